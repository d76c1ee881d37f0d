from __future__ import annotations

import dataclasses

import pytest

from churn_lib.settings import Settings, SettingsError


def test_defaults_name_the_container_runtime():
    settings = Settings.from_env({})
    assert (settings.runtime, settings.worker_image, settings.data_dir) == ("docker", "churn-worker:dev", "/data")
    assert (settings.api_url, settings.api_key) == ("", "")


def test_the_key_of_the_api_is_not_shown_with_the_settings():
    settings = Settings.from_env({"CHURN_API_KEY": "churn_secret"})
    assert settings.api_key == "churn_secret"
    assert "churn_secret" not in repr(settings)


def test_the_command_is_split_like_a_shell_does():
    settings = Settings.from_env({"CHURN_COMMAND": "'/a b/node' cli.ts"})
    assert settings.command == ("/a b/node", "cli.ts")


def test_container_labels_are_pairs():
    settings = Settings.from_env({"CHURN_CONTAINER_LABELS": "team=data,cost=a=b"})
    assert settings.container_labels == (("team", "data"), ("cost", "a=b"))


def test_settings_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings.from_env({}).runtime = "process"


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"CHURN_RUNTIME": "podman"}, "CHURN_RUNTIME: expected one of docker, process, got 'podman'"),
        ({"CHURN_COMMAND": " "}, "CHURN_COMMAND: expected a command line"),
        ({"CHURN_API_URL": "localhost:8000"}, "CHURN_API_URL: expected an address that starts with http"),
        ({"CHURN_DATA_DIR": "data"}, "CHURN_DATA_DIR: expected an absolute path, got 'data'"),
        ({"CHURN_INPUT_DIR": "in"}, "CHURN_INPUT_DIR: expected an absolute path, got 'in'"),
        ({"CHURN_CONTAINER_LABELS": "team"}, "CHURN_CONTAINER_LABELS: expected name=value"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(environment, sentence):
    with pytest.raises(SettingsError) as error:
        Settings.from_env(environment)
    assert sentence in str(error.value)
