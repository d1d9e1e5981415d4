"""Pictures of what members write and quizmasters decide, for ``python -m tests.pictures --every FOLDER``."""

from __future__ import annotations

from simcord.results import InteractionResult

from bot.game.events import CloseReason
from bot.store.question_records import LEAST_ASKED
from tests.pictures.studio import Studio
from tests.support.question_games import ask
from tests.support.simcord_bot import card_in, cards

LUKE = {
    "prompt": "What is special about Luke Cage?",
    "answers": "Unbreakable skin\nHis skin\nBulletproof",
    "wrong": "He can fly\nHe reads minds\nHe walks through walls",
    "explanation": "Neither a saw nor a bullet gets through it.",
    "source": "Jessica Jones, season 1, episode 1",
}
CITIES = b"""question,answer,wrong,wrong
Which river flows through Paris?,Seine,Rhone,Loire
Which river flows through Rome?,Tiber,Po,Arno
Which city lies on the Spree?,Berlin,Hamburg,Munich
What is special about Luke Cage?,Unbreakable skin,He can fly,He reads minds
No answer?,,,
"""


async def authoring(studio: Studio) -> None:
    """All of it."""
    await _questions(studio)
    await _disputes(studio)
    await _facts(studio)
    await _statistics(studio)


async def _statistics(studio: Studio) -> None:
    """How questions do: the list, and one of them with choices that nobody takes."""
    channel, host, store = studio.channel("statistics"), studio.host, studio.world.store
    questions = [question for question in studio.world.source.questions if question.choices][:6]
    right = questions[0].correct or 0
    one, other = (right + 1) % 4, (right + 2) % 4
    for number, question in enumerate(questions):
        guesses = (right if question.correct == right else question.correct or 0, one, other)[
            : 1 + number % 3
        ]
        await ask(store, question, *guesses, times=LEAST_ASKED + 5 * number)
        await ask(store, question, reason=CloseReason.SKIPPED, times=number)
    await ask(store, questions[0], *[right] * 20, *[one] * 5)
    shown = await host.slash(channel, "question stats")
    await studio.told(channel, shown, "question-stats", host)
    (offered, *_) = await host.autocomplete(channel, "question stats", "question", questions[0].prompt[:20])
    detail = await host.slash(channel, "question stats", question=offered["value"])
    await studio.told(channel, detail, "question-stats-one", host)


async def _questions(studio: Studio) -> None:
    """From a form to the queue, and an import."""
    channel, host, ada = studio.channel("desk"), studio.host, studio.players[0]
    form = await host.slash(channel, "question add")
    wrong = await host.submit_modal(form, LUKE | {"answers": "Luke Cage", "wrong": "luke cagé\nHe can fly"})
    await studio.told(channel, wrong, "question-problems", host)
    await studio.told(channel, wrong, "question-form", host, form="Edit")
    form = await host.slash(channel, "question add")
    shown = await host.submit_modal(form, LUKE)
    await studio.told(channel, shown, "question-preview", host)
    await studio.told(channel, shown, "question-details", host, form="Topic, level, picture")
    await press(host, shown, "Save")
    await studio.told(channel, shown, "question-saved", host)
    form = await ada.slash(channel, "question suggest")
    twin = LUKE | {"prompt": "What is so special about Luke Cage?", "wrong": ""}
    sent = await ada.submit_modal(form, twin)
    await studio.told(channel, sent, "suggestion-preview", ada)
    await press(ada, sent, "Send")
    queue = await host.slash(channel, "question review")
    await studio.told(channel, queue, "review", host)
    await studio.told(channel, queue, "refusal-form", host, form="Refuse")
    await studio.asked(channel, "question mine", "mine")
    await studio.told(channel, await host.slash(channel, "question show", question=1), "question-show", host)
    await studio.told(channel, await host.slash(channel, "question list"), "question-list", host)
    dry = await host.slash(channel, "pack import", file=("cities.csv", CITIES), title="Cities and rivers")
    await studio.told(channel, dry, "import", host)
    await press(host, dry, "Import")
    await studio.told(channel, dry, "import-done", host)


async def _facts(studio: Studio) -> None:
    """A fact, a sort of facts, and the pack that they found."""
    channel, host = studio.channel("facts"), studio.host
    typed = {"relation": "jessica_jones/played_by", "source": "The end credits", "level": "hard"}
    fact = await host.slash(channel, "fact add", subject="Thembi Wallace", object="Tijuana Ricks", **typed)
    await studio.told(channel, fact, "fact-preview", host)
    await press(host, fact, "Keep it")
    opened = await host.slash(channel, "fact relation", pack="Our club", subject="member", object="game")
    words = {
        "statement": "… plays",
        "ask_object": "What does … play?",
        "ask_subject": "",
        "shape": ["one_shared"],
    }
    shown = await host.submit_modal(opened, words)
    await studio.told(channel, shown, "relation-problems", host)
    await studio.told(channel, shown, "relation-form", host, form="Edit")
    opened = await host.slash(channel, "fact relation", pack="Our club", subject="member", object="game")
    shown = await host.submit_modal(opened, words | {"statement": "… plays …."})
    await studio.told(channel, shown, "relation-preview", host)
    await press(host, shown, "Keep it")
    (plays,) = await host.autocomplete(channel, "fact add", "relation", "Our club: … plays")
    for name, game in (("Ann", "Chess"), ("Ben", "Go"), ("Cleo", "Bridge"), ("Dan", "Poker")):
        typed = {"relation": plays["value"], "source": "The board in the hall"}
        fact = await host.slash(channel, "fact add", subject=name, object=game, **typed)
        if name == "Ann":
            await studio.told(channel, fact, "fact-first", host)
        await press(host, fact, "Keep it")
    await studio.told(channel, fact, "fact-kept", host)
    await studio.told(channel, await host.slash(channel, "fact list"), "fact-list", host)
    await studio.told(channel, await host.slash(channel, "pack list"), "pack-list", host)
    await studio.told(channel, await host.slash(channel, "pack show", pack="Our club"), "pack-show", host)


async def _disputes(studio: Studio) -> None:
    """A quiz of the written question; an appeal, a report and its correction."""
    channel, host, (ada, grace, *_) = studio.channel("disputes"), studio.host, studio.players
    others, studio.world.source.questions = studio.world.source.questions, []  # the server's own is asked
    await ada.slash(channel, "quiz start", rounds=1, style="race", lobby=0)
    form = await grace.click(card_in(channel), label="Answer")
    await grace.submit_modal(form, {"guess": "Heroes for Hire"})
    await studio.world.pass_time(25)
    reveal = card_in(channel)
    await grace.click(reveal, label="I was right")
    await studio.take(channel, "appeal", 1)
    appeal = cards(channel)[-1]
    await host.click(appeal, label="Accept")
    await studio.take(channel, "appeal-accepted", 1)
    await host.click(cards(channel)[-1], label="Accept it from now on")
    await studio.take(channel, "appeal-kept", 1)
    for member, reason, note in ((ada, "ambiguous", "It has had two names."), (grace, "wrong", "")):
        report = await member.click(reveal, label="Report a problem")
        await member.submit_modal(report, {"reason": [reason], "note": note})
    await studio.form(channel, "report-form", grace, "Report a problem")
    queue = await host.slash(channel, "question reports")
    await studio.told(channel, queue, "reports", host)
    studio.world.source.questions = others


async def press(member, shown: InteractionResult, label: str) -> None:  # type: ignore[no-untyped-def]
    assert shown.response is not None
    await member.click(shown.response, label=label)
