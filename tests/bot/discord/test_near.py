"""What is near a new question, shown with its preview."""

from __future__ import annotations

from pathlib import Path

from questions.bank import Bank
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import discord_world, said
from tests.support.texts import TEXTS

MADE = relation("made", ask_object="Which film did {subject} make?", objects="one")
SMALL = base([MADE], [fact("ada", "made", "dusk")])


async def test_a_new_question_is_shown_beside_those_that_facts_make(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([SMALL])) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        form = await zoe.slash(channel, "question add")
        shown = await zoe.submit_modal(form, {"prompt": "Which film did Ada really make?", "answers": "Dusk"})
        where = TEXTS("near-fact", pack="Small")
        assert TEXTS("near-alike", prompt="Which film did Ada make?", answer="Dusk", where=where) in said(
            shown
        )

        fact = {"relation": "small/made", "subject": "Eve", "object": "Morning", "source": "The Daily"}
        kept = await zoe.slash(channel, "fact add", **fact)
        assert kept.response is not None
        await zoe.click(kept.response, label="Keep it")
        form = await zoe.slash(channel, "question add")
        shown = await zoe.submit_modal(form, {"prompt": "Eve made which film?", "answers": "Morning"})
        assert "Which film did Eve make?" in said(shown)
