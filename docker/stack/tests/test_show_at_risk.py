from __future__ import annotations

import os

import pytest

import show_outcome
from customers_at_risk import CustomersAtRisk
from show_outcome import show_at_risk


@pytest.fixture
def listed(tmp_path, monkeypatch):
    monkeypatch.setattr(show_outcome, "REPOSITORY", tmp_path)
    return tmp_path / "reports" / "shop.at-risk.csv"


def leave(file) -> None:
    file.parent.mkdir()
    file.write_text("customer_id\n")
    os.utime(file, (1_700_000_000, 1_700_000_000))


def test_the_list_of_this_run_is_told_with_what_it_holds(listed, capsys):
    show_at_risk(listed, CustomersAtRisk(b"customer_id\n", 1626, 9025, "C1", "2026-01-01", 2721))
    assert capsys.readouterr().out.splitlines() == [
        "at risk   reports/shop.at-risk.csv",
        "  1,626 of 9,025 customers who are still there on 2026-01-01 are marked; the riskiest come first",
        "  2,721 others have left already and are not in it",
    ]


def test_where_nobody_has_left_nobody_is_counted_as_left_out(listed, capsys):
    show_at_risk(listed, CustomersAtRisk(b"customer_id\n", 16, 90, "C1", "2026-01-01", 0))
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_run_without_a_list_says_that_the_one_there_is_of_an_earlier_run(listed, capsys):
    leave(listed)
    show_at_risk(listed, None)
    assert capsys.readouterr().out.splitlines() == [
        "at risk   reports/shop.at-risk.csv",
        "  of an earlier run, written 2023-11-14 22:13 UTC: this one has made no list",
    ]


def test_where_there_never_was_a_list_nothing_is_said(listed, capsys):
    show_at_risk(listed, None)
    assert capsys.readouterr().out == ""
