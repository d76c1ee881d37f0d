from __future__ import annotations

from api_service import container_settings


def test_settings_of_the_api_reach_the_container():
    assert container_settings({"PATH": "/bin", "API_RATE_LIMIT": "600", "API_TRUST_PROXY": "1"}) == [
        *("--env", "API_RATE_LIMIT=600"),
        *("--env", "API_TRUST_PROXY=1"),
    ]


def test_where_it_listens_is_not_taken_from_the_environment():
    assert container_settings({"API_HOST": "127.0.0.1", "API_PORT": "8001"}) == []


def test_the_file_of_keys_comes_with_its_folder_for_reading():
    assert container_settings({"API_KEYS_FILE": "/srv/churn/keys.json"}) == [
        *("--volume", "/srv/churn:/keys:ro"),
        *("--env", "API_KEYS_FILE=/keys/keys.json"),
    ]


def test_an_empty_name_of_a_file_reaches_the_api_which_refuses_it():
    assert container_settings({"API_KEYS_FILE": ""}) == ["--env", "API_KEYS_FILE="]
