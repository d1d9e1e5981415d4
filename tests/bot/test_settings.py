"""Settings come from the environment, .env and gumshoe.toml, and say which of them is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings, bundled_packs, problems_of

ROOT = Path(__file__).parents[2]


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
    assert settings.token.get_secret_value() == "put-your-token-here"
    assert settings.lease_seconds == Settings.model_fields["lease_seconds"].default
    for field in Settings.model_fields:
        assert f"GUMSHOE_{field.upper()}=" in text, f"{field} is not in example.env"


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_HEALTH_PORT", "eighty")
    monkeypatch.setenv("GUMSHOE_DATABASE", "mysql://host/name")
    monkeypatch.setenv("GUMSHOE_LOG_LEVEL", "LOUD")
    with pytest.raises(ValidationError) as caught:
        Settings()
    lines = problems_of(caught.value)
    assert [line.split(":")[0] for line in lines] == [
        "GUMSHOE_DATABASE",
        "GUMSHOE_LOG_LEVEL",
        "GUMSHOE_HEALTH_PORT",
    ]
    assert "sqlite:///PATH" in lines[0]


def test_the_token_does_not_show_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_TOKEN", "very.secret.token")
    assert "very.secret.token" not in repr(Settings())
