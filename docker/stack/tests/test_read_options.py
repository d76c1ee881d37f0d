from __future__ import annotations

import os

import pytest

from read_options import read_options
from stack_error import StackError


def refusal(config, exports):
    with pytest.raises(StackError) as refused:
        read_options(config, exports)
    return str(refused.value)


def test_without_a_file_there_are_no_options(tmp_path):
    assert read_options("", tmp_path) == {}
    assert read_options("", None) == {}


def test_a_byte_order_mark_is_no_part_of_the_options(tmp_path):
    (tmp_path / "churn.json").write_text('{"horizon": 180}', "utf-8-sig")
    assert read_options("", tmp_path) == {"horizon": 180}
    assert read_options(str(tmp_path / "churn.json"), None) == {"horizon": 180}


@pytest.mark.parametrize(
    ("make", "got"),
    [
        (lambda path: path.mkdir(), "a folder"),
        (lambda path: os.mkfifo(path), "what is no regular file"),
        (lambda path: path.symlink_to("nowhere"), ": No such file or directory"),
        (lambda path: path.symlink_to(path.name), ": Too many levels of symbolic links"),
    ],
    ids=["folder", "pipe", "dangling link", "link to itself"],
)
def test_what_has_the_name_of_the_options_and_is_no_file_is_refused(tmp_path, make, got):
    path = tmp_path / "churn.json"
    make(path)
    gap = "" if got.startswith(":") else " "
    expected = f"expected a JSON object of parameters in {path}, got{gap}{got}"
    assert refusal("", tmp_path) == f"churn.json: {expected}"


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "mine.json").write_text("{}")
    (tmp_path / "churn.json").symlink_to("mine.json")
    assert read_options("", tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("{", ": Expecting property name"),
        ("[]", " a list"),
        ("null", " null"),
        ("true", " true"),
        ('"horizon"', " text"),
        ("7", " a number"),
        ("[" * 5000 + "]" * 5000, " lists or objects that are nested too deep"),
        ('{"search_seconds": NaN}', ": Out of range float"),
        ('{"search_seconds": 1e999}', ": Out of range float"),
    ],
    ids=["cut off", "list", "null", "true", "text", "number", "nested", "NaN", "infinite"],
)
def test_what_is_no_object_is_called_as_json_calls_it(tmp_path, text, got):
    path = tmp_path / "mine.json"
    path.write_text(text)
    assert refusal(str(path), None).startswith(f"CONFIG: expected a JSON object of parameters in {path}, got{got}")


def test_a_config_of_a_user_without_a_home_is_named():
    assert refusal("~nobody-of-this-name/x", None) == (
        "CONFIG: expected a path, got '~nobody-of-this-name/x': Could not determine home directory."
    )


def test_a_file_of_an_unprintable_name_commands_no_terminal(tmp_path):
    assert "\x1b" not in refusal(str(tmp_path / "a\x1b[2J"), None)
