from __future__ import annotations

import hashlib

import pytest

import delivery
from choose_runtime import Runtime
from copy_report import copy_cleaning_page, copy_report
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


def result(sha256: str, role: str = "report") -> dict:
    outputs = [{"role": "other", "path": "x"}, {"role": role, "path": "reports/abc.html", "sha256": sha256}]
    return {"stage": "report", "outputs": outputs}


def test_the_pages_are_named_after_the_exports(exports, tmp_path):
    sha256 = hashlib.sha256(HTML).hexdigest()
    file = copy_report(PROCESS, exports, result(sha256), tmp_path / "out")
    page = copy_cleaning_page(PROCESS, exports, result(sha256, "cleaning-page"), tmp_path / "out")
    assert (file, page) == (tmp_path / "out" / "shop.html", tmp_path / "out" / "shop.cleaning.html")
    assert file.read_bytes() == page.read_bytes() == HTML
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"shop.html", "shop.cleaning.html"}


def test_other_bytes_than_those_recorded_are_refused(exports, tmp_path):
    with pytest.raises(StackError, match=r"expected reports/abc\.html to have the sha256 0000, got"):
        copy_report(PROCESS, exports, result("0000"), tmp_path / "out")


def test_a_result_without_a_report_is_refused(exports, tmp_path):
    with pytest.raises(StackError, match="expected the stage report to have written a report"):
        copy_report(PROCESS, exports, {"stage": "report", "outputs": []}, tmp_path / "out")
