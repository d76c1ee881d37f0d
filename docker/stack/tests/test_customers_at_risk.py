from __future__ import annotations

from customers_at_risk import customers_at_risk

HEADER = "customer_id,probability,decision,decile,reasons,model\r\n"
PREDICTIONS = (
    HEADER
    + "01,0.31,churn,2,,a\r\n"
    + "02,0.9,churn,1,silence (170 days); few,a\r\n"
    + '"São, ""3""",1e-7,stay,10,,a\r\n'
    + "04,0.31,churn,2,,a\r\n"
)
METRICS = {"asOf": "2026-01-01", "leftOut": 7}


def test_the_marked_customers_are_listed_by_their_risk_in_the_columns_of_score():
    at_risk = customers_at_risk(PREDICTIONS.encode(), METRICS)
    assert at_risk.content.decode() == (
        HEADER + "02,0.9,churn,1,silence (170 days); few,a\r\n" + "01,0.31,churn,2,,a\r\n" + "04,0.31,churn,2,,a\r\n"
    )
    assert (at_risk.marked, at_risk.scored, at_risk.riskiest) == (3, 4, "02")
    assert (at_risk.as_of, at_risk.left_out) == ("2026-01-01", 7)


def test_where_nobody_is_marked_the_riskiest_is_still_known():
    at_risk = customers_at_risk(PREDICTIONS.replace("churn", "stay").encode(), METRICS)
    assert (at_risk.content.decode(), at_risk.marked, at_risk.riskiest) == (HEADER, 0, "02")


def test_where_nobody_was_scored_there_is_no_riskiest():
    at_risk = customers_at_risk(HEADER.encode(), METRICS)
    assert (at_risk.content.decode(), at_risk.scored, at_risk.riskiest) == (HEADER, 0, None)


def test_an_id_that_needs_quotes_is_written_as_score_writes_it():
    marked = PREDICTIONS.replace("stay", "churn")
    assert '"São, ""3""",1e-7,churn,10,,a\r\n' in customers_at_risk(marked.encode(), METRICS).content.decode()
