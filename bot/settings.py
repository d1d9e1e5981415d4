"""Settings: the environment before ``.env`` before ``gumshoe.toml`` before the defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

import questions
from bot.settings_files import PREFIX, misspelt, read_env, read_toml, variable

PLACEHOLDER = "put-your-token-here"
"""What example.env holds instead of a token."""

DATABASE = re.compile(r"sqlite:///(?!$|:memory:)|postgresql\+psycopg://.")
SECRET = ("token", "database")
"""Settings whose values are not for anybody's eyes: a database's URL may hold a password."""


def bundled_packs() -> Path:
    """The folder of the packs that come with Gumshoe: in the package, or beside it in a checkout."""
    package = Path(questions.__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"


def default_database() -> str:
    """An SQLite file in the user's own data folder."""
    return f"sqlite:///{(user_data_path('gumshoe') / 'gumshoe.db').as_posix()}"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _days(value: object) -> object:
    return 0 if isinstance(value, str) and value.strip().lower() == "never" else value


class Settings(BaseSettings):
    """What an operator can set; in the environment each name is in capitals, after ``GUMSHOE_``.

    A description says what to write.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    token: SecretStr | None = Field(None, description="the bot's token alone, without blanks")
    database: str = Field(
        default_factory=default_database,
        description="sqlite:///PATH, or postgresql+psycopg://USER:PASSWORD@HOST/NAME",
    )
    packs: Path = Field(default_factory=bundled_packs, description="the path of the folder of packs")
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )
    log_format: Literal["text", "json"] = Field("text", description="text or json")
    health_host: str = Field("127.0.0.1", description="an address of this machine, such as 127.0.0.1")
    health_port: int | None = Field(None, ge=0, le=65535, description="a port's number from 0 to 65535")
    metrics: bool = Field(False, description="true or false")
    message_content: bool = Field(False, description="true or false")
    lease_seconds: float = Field(15, ge=1, le=300, description="a number of seconds from 1 to 300")
    shards: int | None = Field(None, ge=1, le=100_000, description="a number of shards from 1 on")
    abandon_hours: float = Field(6, gt=0, le=168, description="a number of hours above 0 and up to 168")
    journal_days: Annotated[int, BeforeValidator(_days)] = Field(
        90, ge=0, le=36500, description="a number of days, or never to delete no journal"
    )

    @field_validator("token")
    @classmethod
    def _is_one_word(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().split()) != 1:
            raise ValueError
        return value

    @field_validator("database")
    @classmethod
    def _is_url(cls, value: str) -> str:
        if not DATABASE.match(value):
            raise ValueError
        return value

    @model_validator(mode="after")
    def _is_served(self) -> Settings:
        if self.metrics and self.health_port is None:
            raise ValueError("GUMSHOE_METRICS: set GUMSHOE_HEALTH_PORT too: /metrics is served there")
        return self

    @property
    def real_token(self) -> str | None:
        """The token; None where there is none yet, or only what stands in example.env."""
        token = self.token.get_secret_value() if self.token else PLACEHOLDER
        return None if token == PLACEHOLDER else token

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        files = (read_env(cls.model_fields), read_toml(cls.model_fields))
        return (
            init_settings,
            env_settings,
            *(InitSettingsSource(settings_cls, file.values) for file in files),
        )


def load_settings() -> Settings | list[str]:
    """The settings, or a line for each thing that is wrong with them or with the files that they stand in."""
    known = Settings.model_fields
    problems = [*misspelt(os.environ, known), *read_env(known).problems, *read_toml(known).problems]
    try:
        settings = Settings()
    except ValidationError as error:
        return [*problems, *problems_of(error)]
    return problems or settings


def problems_of(error: ValidationError) -> Iterator[str]:
    """A line for each setting that is wrong: which, and what to write."""
    for problem in error.errors(include_url=False):
        if not problem["loc"]:
            yield str(problem["ctx"]["error"])
            continue
        name = str(problem["loc"][0])
        instead = "" if name in SECRET else f", not {problem['input']!r:.60}"
        yield f"{variable(name)}: write {Settings.model_fields[name].description}{instead}"
