"""What Discord shows of the commands: their descriptions and the names of options, from the catalogues."""

from __future__ import annotations

from typing import Any

from discord import Locale, app_commands
from discord.app_commands import Choice, Command, Group, TranslationContextLocation, locale_str

from bot.texts.catalogue import Languages, Texts

Location = TranslationContextLocation


def describe_commands(tree: app_commands.CommandTree[Any], texts: Texts) -> None:
    """Give every command and every parameter its description."""
    for command in tree.walk_commands():
        code = _code(command)
        command.description = texts(code)
        if isinstance(command, Command):
            about = {one.name: locale_str(texts(f"{code}.{one.name}")) for one in command.parameters}
            app_commands.describe(**about)(command)


class CommandTranslator(app_commands.Translator):
    """Tells Discord the same in every language that has a catalogue; commands keep their names."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self, string: locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        texts = self._languages.best(locale.value)
        if texts is self._languages.default:
            return None
        match context.location:
            case Location.command_description | Location.group_description:
                return texts(_code(context.data))
            case Location.parameter_description:
                return texts(f"{_code(context.data.command)}.{context.data.name}")
            case Location.choice_name:
                return texts(option_code(context.data))
            case _:
                return None


def option_code(choice: Choice[Any]) -> str:
    """The code of the text for one of the values that an option offers."""
    return f"option-{choice.value}".replace(" ", "-")


def _code(command: Command[Any, ..., Any] | Group) -> str:
    return f"command-{command.qualified_name}".replace(" ", "-")
