"""Settings come from the environment, .env and gumshoe.toml, and say which of them is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PLACEHOLDER, Settings, bundled_packs, load_settings

ROOT = Path(__file__).parents[2]
DATABASE = "GUMSHOE_DATABASE: write sqlite:///PATH, or postgresql+psycopg://USER:PASSWORD@HOST/NAME"


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for field in Settings.model_fields:
        monkeypatch.delenv(f"GUMSHOE_{field.upper()}", raising=False)


def test_without_any_setting_the_bundled_packs_are_played() -> None:
    settings = Settings()
    assert settings.token is None
    assert settings.packs == bundled_packs()
    assert (settings.packs / "jessica_jones" / "pack.toml").is_file()


def test_the_environment_wins_over_dotenv_and_dotenv_over_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gumshoe.toml").write_text('log_level = "ERROR"\nlog_format = "json"\nlease_seconds = 30\n')
    (tmp_path / ".env").write_text("GUMSHOE_LOG_LEVEL=WARNING\nGUMSHOE_LEASE_SECONDS=40\n")
    monkeypatch.setenv("GUMSHOE_LOG_LEVEL", "DEBUG")
    settings = Settings()
    assert (settings.log_level, settings.lease_seconds, settings.log_format) == ("DEBUG", 40, "json")


def test_the_example_file_loads_and_documents_every_setting(tmp_path: Path) -> None:
    text = (ROOT / "example.env").read_text(encoding="utf-8")
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    settings = Settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == PLACEHOLDER
    assert settings.real_token is None
    assert settings.lease_seconds == Settings.model_fields["lease_seconds"].default
    for field in Settings.model_fields:
        assert f"GUMSHOE_{field.upper()}=" in text, f"{field} is not in example.env"


def test_a_token_is_real_once_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_TOKEN", "MTIz.x.y")
    assert Settings().real_token == "MTIz.x.y"


def test_the_token_does_not_show_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_TOKEN", "very.secret.token")
    assert "very.secret.token" not in repr(Settings())


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("TOKEN", "Bot MTIz", "GUMSHOE_TOKEN: write the bot's token alone, without blanks"),
        ("DATABASE", "/tmp/x", DATABASE),
        ("DATABASE", "sqlite:///", DATABASE),
        ("DATABASE", "sqlite:///:memory:", DATABASE),
        ("DATABASE", "mysql://ada:secret@host/name", DATABASE),
        ("LOG_LEVEL", "LOUD", "GUMSHOE_LOG_LEVEL: write DEBUG, INFO, WARNING or ERROR, not 'LOUD'"),
        ("LOG_FORMAT", "xml", "GUMSHOE_LOG_FORMAT: write text or json, not 'xml'"),
        ("HEALTH_PORT", "eighty", "GUMSHOE_HEALTH_PORT: write a port's number from 0 to 65535, not 'eighty'"),
        ("HEALTH_PORT", "65536", "GUMSHOE_HEALTH_PORT: write a port's number from 0 to 65535, not '65536'"),
        ("METRICS", "sure", "GUMSHOE_METRICS: write true or false, not 'sure'"),
        ("METRICS", "true", "GUMSHOE_METRICS: set GUMSHOE_HEALTH_PORT too: /metrics is served there"),
        (
            "LEASE_SECONDS",
            "nan",
            "GUMSHOE_LEASE_SECONDS: write a number of seconds from 1 to 300, not 'nan'",
        ),
        (
            "ABANDON_HOURS",
            "0",
            "GUMSHOE_ABANDON_HOURS: write a number of hours above 0 and up to 168, not '0'",
        ),
        (
            "JOURNAL_DAYS",
            "-1",
            "GUMSHOE_JOURNAL_DAYS: write a number of days, or never to delete no journal, not '-1'",
        ),
    ],
)
def test_a_wrong_value_gets_one_line_that_says_what_to_write(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, problem: str
) -> None:
    monkeypatch.setenv(f"GUMSHOE_{name}", value)
    assert load_settings() == [problem]


def test_a_log_level_may_be_in_small_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_LOG_LEVEL", "debug")
    assert Settings().log_level == "DEBUG"


@pytest.mark.parametrize(("value", "days"), [("never", 0), ("Never", 0), ("0", 0), ("30", 30)])
def test_journals_are_kept_for_some_days_or_for_ever(
    monkeypatch: pytest.MonkeyPatch, value: str, days: int
) -> None:
    assert Settings().journal_days == 90
    monkeypatch.setenv("GUMSHOE_JOURNAL_DAYS", value)
    assert Settings().journal_days == days


def test_everything_wrong_is_named_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("\n# mine\nGUMSHOE_TOKN=x\nGUMSHOE_LOG_LEVEL=LOUD\nunclear line\n")
    (tmp_path / "gumshoe.toml").write_text("health_prot = 80\nlease_seconds = 0\n")
    monkeypatch.setenv("GUMSHOE_PAKCS", "/srv/packs")
    assert load_settings() == [
        "'GUMSHOE_PAKCS' is not a setting: did you mean GUMSHOE_PACKS?",
        ".env:3: 'GUMSHOE_TOKN' is not a setting: did you mean GUMSHOE_TOKEN?",
        ".env:5: write NAME=VALUE, with any quotes closed",
        "gumshoe.toml: 'health_prot' is not a setting: did you mean health_port?",
        "GUMSHOE_LOG_LEVEL: write DEBUG, INFO, WARNING or ERROR, not 'LOUD'",
        "GUMSHOE_LEASE_SECONDS: write a number of seconds from 1 to 300, not 0",
    ]
