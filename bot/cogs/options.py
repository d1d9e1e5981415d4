"""Options of commands that are checked here, too: Discord may know the commands of yesterday."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import AppCommandOptionType, Interaction, app_commands


class Whole(app_commands.Transformer):
    """A whole number within bounds; TransformerError for anything else."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    @property
    def type(self) -> AppCommandOptionType:
        return AppCommandOptionType.integer

    @property
    def min_value(self) -> int:
        return self._least

    @property
    def max_value(self) -> int:
        return self._most

    async def transform(self, interaction: Interaction[Any], value: Any, /) -> int:
        if isinstance(value, int) and self._least <= value <= self._most:
            return value
        raise app_commands.TransformerError(value, self.type, self)


class OneOf(app_commands.Transformer):
    """What stands for one of these names; TransformerError for anything else."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    @property
    def choices(self) -> list[app_commands.Choice[int | float | str]]:
        return [app_commands.Choice(name=name, value=name) for name in self._values]

    async def transform(self, interaction: Interaction[Any], value: Any, /) -> Any:
        if value in self._values:
            return self._values[value]
        raise app_commands.TransformerError(value, self.type, self)
