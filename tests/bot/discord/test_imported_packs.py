"""Imported packs in Discord: offered, played in their own server only, and shown with their pictures."""

from __future__ import annotations

from pathlib import Path

from bot.library.imported import ImportedLists
from bot.store.records import EVERYWHERE, server_scope
from bot.store.store import Store
from bot.views.board import Board
from bot.views.question_card import question_card
from bot.views.reveal_card import reveal_card
from tests.bot.discord.builders import choice_question
from tests.bot.discord.test_cards import award, board, closed, components
from tests.support.databases import NOON
from tests.support.lists import read
from tests.support.simcord_bot import discord_world, said
from tests.support.texts import TEXTS

PICTURE = "https://a.example/b.png"


async def put(store: Store, scope: str, title: str) -> None:
    lists = ImportedLists(store)
    file = read(f"{title}.csv", f"question,answer\nWho leads {title}?,Ann of {title}\n")
    assert await lists.apply(await lists.plan(scope, [file]), NOON) is None


async def test_imported_packs_are_offered_and_played_beside_the_others_in_their_server(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server, other = world.server(), world.server("Elsewhere")
        await put(world.store, server_scope(server.id), "rivers")
        await put(world.store, EVERYWHERE, "lakes")
        await put(world.store, server_scope(other.id), "secrets")
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")

        offered = await ann.autocomplete(channel, "quiz start", "pack", "")
        assert [choice["name"] for choice in offered] == ["Noir films", "Famous cats", "lakes", "rivers"]
        assert "no such pack" in said(await ann.slash(channel, "quiz start", pack="secrets"))
        assert "(rivers)" in said(await ann.slash(channel, "quiz start", pack="RIVERS"))
        (listed,) = world.source.wanted[-1].lists
        assert world.source.wanted[-1].packs == (listed.id,)
        assert [kept.entry.shown for kept in listed.entries] == ["Ann of rivers"]


async def test_without_a_choice_all_packs_of_the_server_are_played(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        await put(world.store, server_scope(server.id), "rivers")
        await world.member(server, "ann").slash(server.create_text_channel("quiz"), "quiz start")
        request = world.source.wanted[-1]
        assert request.packs == ("noir", "cats", *(listed.id for listed in request.lists))
        assert [listed.title for listed in request.lists] == ["rivers"]


def pictures(shown: Board) -> list[str]:
    """The addresses of the pictures on a card."""
    view = reveal_card(TEXTS, shown) if shown.closed else question_card(TEXTS, shown)
    galleries = [item for item in components(view) if "items" in item]
    return [item["media"]["url"] for gallery in galleries for item in gallery["items"]]


def test_the_picture_of_a_question_stands_on_its_card_and_on_the_reveal() -> None:
    question = choice_question("a", picture=PICTURE)
    assert pictures(board(question)) == [PICTURE]
    assert pictures(board(question, closed(award("Ann", 100)))) == [PICTURE]
    assert pictures(board(choice_question("a"))) == []
