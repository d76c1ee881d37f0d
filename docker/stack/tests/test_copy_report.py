from __future__ import annotations

import hashlib

import pytest

import delivery
from choose_runtime import Runtime
from copy_report import copy_report
from stack_error import StackError

PROCESS = Runtime("process", "tested")
HTML = b"<!doctype html><title>Churn</title>"


@pytest.fixture
def exports(tmp_path, monkeypatch):
    monkeypatch.setattr(delivery, "RUNTIME_DATA", tmp_path)
    written = tmp_path / "shop-1" / "reports" / "abc.html"
    written.parent.mkdir(parents=True)
    written.write_bytes(HTML)
    return delivery.Delivery("shop", "shop-1", tmp_path / "exports")


def result(sha256: str) -> dict:
    outputs = [{"role": "report-text", "path": "x"}, {"role": "report", "path": "reports/abc.html", "sha256": sha256}]
    return {"outputs": outputs}


def test_the_report_is_named_after_the_exports(exports, tmp_path):
    file = copy_report(PROCESS, exports, result(hashlib.sha256(HTML).hexdigest()), tmp_path / "out")
    assert file == tmp_path / "out" / "shop.html"
    assert file.read_bytes() == HTML
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["shop.html"]


def test_other_bytes_than_those_recorded_are_refused(exports, tmp_path):
    with pytest.raises(StackError, match=r"expected reports/abc\.html to have the sha256 0000, got"):
        copy_report(PROCESS, exports, result("0000"), tmp_path / "out")


def test_a_result_without_a_report_is_refused(exports, tmp_path):
    with pytest.raises(StackError, match="expected the stage report to have written a report"):
        copy_report(PROCESS, exports, {"outputs": []}, tmp_path / "out")
