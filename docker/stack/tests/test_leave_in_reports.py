from __future__ import annotations

import os

from leave_in_reports import leave_in_reports


def names(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_newest_has_the_plain_name_and_the_earlier_one_is_kept_by_its_time(tmp_path):
    first = leave_in_reports("shop.at-risk.csv", b"first", tmp_path)
    os.utime(first, (1_700_000_000, 1_700_000_000))
    assert leave_in_reports("shop.at-risk.csv", b"second", tmp_path).read_bytes() == b"second"
    assert names(tmp_path) == ["earlier/shop.at-risk-20231114T221320.csv", "shop.at-risk.csv"]
    assert (tmp_path / "earlier" / "shop.at-risk-20231114T221320.csv").read_bytes() == b"first"


def test_the_same_content_again_is_one_file(tmp_path):
    assert leave_in_reports("shop.html", b"same", tmp_path) == leave_in_reports("shop.html", b"same", tmp_path)
    assert names(tmp_path) == ["shop.html"]
