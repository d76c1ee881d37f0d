from __future__ import annotations

import os
from pathlib import Path

import pytest

from leave_in_reports import leave_in_reports


def names(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def leave(content: bytes, folder: Path) -> Path:
    """A list, written in always the same second."""
    file = leave_in_reports("shop.at-risk.csv", content, folder)
    os.utime(file, (1_700_000_000, 1_700_000_000))
    return file


def test_the_newest_has_the_plain_name_and_the_earlier_one_is_kept_by_its_time(tmp_path):
    leave(b"first", tmp_path)
    assert leave(b"second", tmp_path).read_bytes() == b"second"
    assert names(tmp_path) == ["earlier/shop.at-risk-20231114T221320.csv", "shop.at-risk.csv"]
    assert (tmp_path / "earlier" / "shop.at-risk-20231114T221320.csv").read_bytes() == b"first"


def test_files_of_one_second_are_numbered(tmp_path):
    for content in (b"first", b"second", b"third", b"fourth"):
        leave(content, tmp_path)
    kept = ["", "-2", "-3"]
    paths = [tmp_path / "earlier" / f"shop.at-risk-20231114T221320{number}.csv" for number in kept]
    assert [path.read_bytes() for path in paths] == [b"first", b"second", b"third"]
    assert len(names(tmp_path)) == 4


def test_the_same_content_again_is_one_file(tmp_path):
    assert leave_in_reports("shop.html", b"same", tmp_path) == leave_in_reports("shop.html", b"same", tmp_path)
    assert names(tmp_path) == ["shop.html"]


@pytest.mark.parametrize("step", ["write_bytes", "hardlink_to", "replace"])
def test_killed_at_any_step_it_leaves_a_whole_file_and_goes_on_the_next_time(tmp_path, monkeypatch, step):
    leave(b"first", tmp_path)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, step, killed)
        leave(b"second", tmp_path)
    assert (tmp_path / "shop.at-risk.csv").read_bytes() == b"first"
    leave(b"second", tmp_path)
    assert names(tmp_path) == ["earlier/shop.at-risk-20231114T221320.csv", "shop.at-risk.csv"]
