from show_outcome import show_trust, show_warnings


def test_warnings_of_each_stage_are_shown(capsys):
    show_warnings({"ingest": {"warnings": ["no column churn"]}, "clean": {"warnings": []}})
    assert capsys.readouterr().out == "\nwarnings\n  ingest: no column churn\n"


def test_nothing_is_said_where_nothing_was_warned_of(capsys):
    show_warnings({"ingest": {"warnings": []}})
    assert capsys.readouterr().out == ""


def test_the_verdict_of_the_report_comes_with_its_reserves(capsys):
    show_trust(
        {"metrics": {"trusted": "With reserve", "verdict": "It may order customers.", "reserves": ["No dates."]}}
    )
    assert capsys.readouterr().out == "  With reserve: It may order customers.\n  - No dates.\n"
