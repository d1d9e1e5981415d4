"""Settings: the environment before ``.env`` before ``gumshoe.toml`` before the defaults."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

import questions

PREFIX = "GUMSHOE_"
ENV_FILE, TOML_FILE = ".env", "gumshoe.toml"


def bundled_packs() -> Path:
    """The folder of the packs that come with Gumshoe: in the package, or beside it in a checkout."""
    package = Path(questions.__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"


def default_database() -> str:
    """An SQLite file in the user's own data folder."""
    return f"sqlite:///{(user_data_path('gumshoe') / 'gumshoe.db').as_posix()}"


class Settings(BaseSettings):
    """What an operator can set; in the environment each name is in capitals, after ``GUMSHOE_``."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_ignore_empty=True,
        toml_file=TOML_FILE,
        frozen=True,
        extra="ignore",
    )

    token: SecretStr | None = Field(None, description="the bot's token, from Discord's developer portal")
    database: str = Field(
        default_factory=default_database, description="where scores are kept, as an SQLAlchemy URL"
    )
    packs: Path = Field(default_factory=bundled_packs, description="the folder that holds the packs of facts")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="how much is logged")
    log_format: Literal["text", "json"] = Field("text", description="the format of the log")
    health_host: str = Field("127.0.0.1", description="the address that /healthz listens on")
    health_port: int | None = Field(
        None, ge=0, le=65535, description="the port of /healthz; not served if unset"
    )
    lease_seconds: float = Field(
        15, ge=1, le=300, description="how long a silent bot keeps its games before another takes them"
    )
    abandon_hours: float = Field(
        6, gt=0, le=168, description="a game that was down for longer is closed instead of resumed"
    )

    @field_validator("database")
    @classmethod
    def _is_url(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("write sqlite:///PATH, or postgresql+psycopg://USER:PASSWORD@HOST/NAME")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def problems_of(error: ValidationError) -> list[str]:
    """A line for each setting that is wrong: which, and what is the matter."""
    return [
        f"{PREFIX}{'_'.join(str(part) for part in problem['loc']).upper()}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_input=False)
    ]


def problems_of_files() -> Iterator[str]:
    """A line for each settings file that cannot be read at all, which ``Settings()`` would not name."""
    for name in (ENV_FILE, TOML_FILE):
        file = Path(name)
        if not file.is_file():
            continue
        try:
            text = file.read_text(encoding="utf-8")
            if name == TOML_FILE:
                tomllib.loads(text)
        except OSError as error:
            yield f"{name}: cannot be read: {error.strerror}"
        except UnicodeDecodeError:
            yield f"{name}: is not UTF-8: save it as UTF-8"
        except RecursionError:
            yield f"{name}: is not valid TOML: nested too deeply"
        except tomllib.TOMLDecodeError as error:
            yield f"{name}: is not valid TOML: {error}"
