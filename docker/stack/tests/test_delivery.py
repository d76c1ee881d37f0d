from __future__ import annotations

import shutil

import pytest

from delivery import find_delivery
from stack_error import StackError


@pytest.fixture
def exports(tmp_path):
    folder = tmp_path / "Online Retail"
    folder.mkdir()
    (folder / "customers.csv").write_text("customer_id\n")
    (folder / "transactions.csv").write_text("customer_id\n")
    return folder


def test_the_folder_names_the_exports_and_the_data_directory(exports):
    delivery = find_delivery(str(exports), "")
    assert (delivery.name, delivery.folder) == ("online-retail", exports)
    assert delivery.data_dir.name == delivery.key
    assert delivery.key.startswith("online-retail-")


def test_another_folder_of_the_same_name_has_a_data_directory_of_its_own(exports, tmp_path):
    other = tmp_path / "elsewhere" / exports.name
    shutil.copytree(exports, other)
    first, second = find_delivery(str(exports), ""), find_delivery(str(other), "")
    assert first.name == second.name
    assert first.data_dir != second.data_dir


def test_a_packed_export_is_found(exports):
    (exports / "transactions.csv").rename(exports / "transactions.csv.gz")
    delivery = find_delivery(str(exports), "")
    assert delivery.params == {"customers": "customers.csv", "transactions": "transactions.csv.gz"}
    assert delivery.export("transactions") == exports / "transactions.csv.gz"


def test_options_may_name_the_exports(exports):
    (exports / "customers.csv").rename(exports / "people.csv")
    (exports / "churn.json").write_text('{"customers": "people.csv"}')
    assert find_delivery(str(exports), "").export("customers") == exports / "people.csv"


def test_options_beside_the_data_are_read(exports):
    (exports / "churn.json").write_text('{"horizon": 180}')
    assert find_delivery(str(exports), "").params["horizon"] == 180


def test_a_named_config_wins_over_the_one_beside_the_data(exports, tmp_path):
    (exports / "churn.json").write_text('{"horizon": 180}')
    (tmp_path / "mine.json").write_text('{"horizon": 30}')
    assert find_delivery(str(exports), str(tmp_path / "mine.json")).params["horizon"] == 30


def test_a_missing_export_is_named(exports):
    (exports / "transactions.csv").unlink()
    with pytest.raises(
        StackError, match=r"expected customers\.csv and transactions\.csv .* found no transactions\.csv"
    ):
        find_delivery(str(exports), "")


def test_a_folder_that_is_none_is_named(tmp_path):
    with pytest.raises(StackError, match="which is no folder"):
        find_delivery(str(tmp_path / "nothing"), "")


def test_data_of_a_user_without_a_home_or_with_a_nul_is_named():
    for data in ("~nobody-of-this-name", "exports\0"):
        with pytest.raises(StackError, match=r"^DATA: expected a path, got '(~nobody|exports)"):
            find_delivery(data, "")


def test_an_export_of_an_impossible_name_is_missing_and_its_name_cut(exports):
    (exports / "churn.json").write_text(f'{{"customers": "\\u001b{"x" * 5000}"}}')
    with pytest.raises(StackError, match=f"found no \ufffd{'x' * 99}…$"):
        find_delivery(str(exports), "")


@pytest.mark.parametrize(("name", "shown"), [("null", "null"), ("[]", r"\[\]"), ('""', '""'), ("7", "7")])
def test_an_export_whose_name_is_no_text_is_refused(exports, name, shown):
    (exports / "churn.json").write_text(f'{{"customers": {name}}}')
    with pytest.raises(StackError, match=f"^customers: expected the name of a file, got {shown}$"):
        find_delivery(str(exports), "")


def test_a_language_of_the_report_wins_over_that_of_the_options(exports):
    (exports / "churn.json").write_text('{"report_lang": "en"}')
    assert find_delivery(str(exports), "").params["report_lang"] == "en"
    assert find_delivery(str(exports), "", "pt-BR").params["report_lang"] == "pt-BR"
