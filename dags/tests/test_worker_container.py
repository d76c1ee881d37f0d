from __future__ import annotations

from churn_lib.worker_task import worker_task


def test_a_container_sees_the_data_volume_and_the_deliveries_read_only(monkeypatch):
    monkeypatch.setenv("CHURN_RUNTIME", "docker")
    monkeypatch.setenv("CHURN_DATA_VOLUME", "churn-telecom")
    monkeypatch.setenv("CHURN_INPUT_DIR", "/exports")
    data, deliveries = worker_task("ingest", run="r1").container_mounts()
    assert (data["Target"], data["Source"], data["Type"]) == ("/data", "churn-telecom", "volume")
    assert (deliveries["Source"], deliveries["ReadOnly"], deliveries["Type"]) == ("/exports", True, "bind")


def test_a_path_as_data_volume_is_a_bind_mount(monkeypatch):
    monkeypatch.setenv("CHURN_RUNTIME", "docker")
    monkeypatch.setenv("CHURN_DATA_VOLUME", "/srv/churn")
    (data,) = worker_task("ingest", run="r1").container_mounts()
    assert (data["Source"], data["Type"]) == ("/srv/churn", "bind")


def test_labels_tell_the_tasks_of_a_run_apart(monkeypatch):
    monkeypatch.setenv("CHURN_RUNTIME", "docker")
    labels = worker_task("train", run="r1", options={"family": "random-forest"}).container_labels()
    assert (labels["churn.run"], labels["churn.stage"], labels["churn.part"]) == ("r1", "train", "random-forest")
