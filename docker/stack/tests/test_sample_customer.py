from __future__ import annotations

import gzip
from datetime import date

import pytest

from delivery import Delivery
from sample_customer import MADE_UP, sample_question

CUSTOMERS = "customer_id,age,gender,signup_date,region,churn\n007,41,M,2023-05-17,north,\n008,,,,,\n"
TRANSACTIONS = """customer_id,transaction_date,amount,service
007,2020-01-01,1,a
007,2020-01-02,2,a
007,2020-01-03,3,a
008,2024-03-01,1.50,a
008,2024-02-01,-2,
008,2024-04-01,3,b
008,2024-06-01,9,b
"""


@pytest.fixture
def exports(tmp_path):
    (tmp_path / "customers.csv").write_text(CUSTOMERS)
    (tmp_path / "transactions.csv").write_text(TRANSACTIONS)
    return Delivery("exports", "exports", tmp_path)


def test_the_customer_was_active_and_the_history_ends_before_the_day_of_the_question(exports):
    question = sample_question(exports, date(2024, 6, 1), 180)
    assert question["asOf"] == "2024-06-01"
    assert question["customer"] == {
        "customerId": "008",
        "age": None,
        "gender": None,
        "signupDate": None,
        "region": None,
    }
    assert question["transactions"] == [
        {"date": "2024-02-01", "amount": -2.0, "service": None},
        {"date": "2024-03-01", "amount": 1.5, "service": "a"},
        {"date": "2024-04-01", "amount": 3.0, "service": "b"},
    ]


def test_without_a_look_back_anybody_with_a_history_may_be_asked_about(exports):
    customer = sample_question(exports, date(2024, 6, 1), None)["customer"]
    assert (customer["customerId"], customer["age"], customer["signupDate"]) == ("007", 41, "2023-05-17")


def test_other_delimiters_and_day_first_dates_are_read(exports):
    (exports.folder / "customers.csv").write_text("customer_id;age\n1;20\n")
    rows = "".join(f"1;0{day}/02/2024;1,5;a\n" for day in (1, 2, 3))
    (exports.folder / "transactions.csv").write_text(f"customer_id;transaction_date;amount;service\n{rows}")
    question = sample_question(exports, date(2024, 3, 1), 90)
    assert question["transactions"][0] == {"date": "2024-02-01", "amount": 1.5, "service": "a"}


@pytest.mark.parametrize("line", ["008,2024-05-01", '008,2024-05-01,1,"b', "008,2024-05-01,1,b,c", ""])
def test_a_broken_line_costs_no_other(exports, line):
    path = exports.folder / "transactions.csv"
    header, rows = path.read_text().split("\n", 1)
    path.write_text(f"{header}\n{line}\n{rows}")
    question = sample_question(exports, date(2024, 6, 1), 180)
    assert {transaction["date"] for transaction in question["transactions"]} >= {"2024-02-01", "2024-04-01"}


@pytest.mark.parametrize("amount", ["nan", "inf", "1e11"])
def test_what_the_api_would_refuse_is_not_asked(exports, amount):
    (exports.folder / "customers.csv").write_text("customer_id,age\n008,121\n")
    path = exports.folder / "transactions.csv"
    path.write_text(f"{path.read_text()}008,2024-05-01,{amount},b\n")
    question = sample_question(exports, date(2024, 6, 1), 180)
    assert question["customer"]["age"] is None
    assert [transaction["amount"] for transaction in question["transactions"]] == [-2.0, 1.5, 3.0]


def test_packed_exports_are_read(exports):
    path = exports.folder / "transactions.csv"
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert sample_question(exports, date(2024, 6, 1), 180)["customer"]["customerId"] == "008"


def test_without_such_a_customer_the_question_is_about_a_made_up_one_who_is_active(exports):
    question = sample_question(exports, date(2019, 1, 1), 90)
    assert question["customer"]["customerId"] == MADE_UP
    assert [transaction["date"] for transaction in question["transactions"]] == [
        "2018-11-01",
        "2018-12-01",
        "2018-12-31",
    ]


@pytest.mark.parametrize(
    "content", [b"Cliente;Data;Valor\n008;01/02/2024;3\n", b"PAR1\x15\x04\x00\x00\nPAR1", b"", b"\xff\xfec\x00"]
)
def test_exports_that_only_the_worker_reads_give_a_made_up_customer(exports, content):
    (exports.folder / "transactions.csv").write_bytes(content)
    assert sample_question(exports, date(2024, 6, 1), 180)["customer"] == {"customerId": MADE_UP}


def test_a_quote_that_is_never_closed_costs_its_own_line_only(exports):
    (exports.folder / "transactions.csv").write_text(TRANSACTIONS.replace("008,2024-02-01", '008,"2024-02-01'))
    question = sample_question(exports, date(2024, 6, 2), 180)
    assert [transaction["date"] for transaction in question["transactions"]] == [
        "2024-03-01",
        "2024-04-01",
        "2024-06-01",
    ]
