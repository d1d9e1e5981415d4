"""What goes over the wire to Discord, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.game.events import EndReason
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.fake_discord import JSON, FakeDiscord, text_of
from tests.support.fake_discord.interactions import Callback
from tests.support.fake_discord_bot import RIGHT, Scene, in_discord

SAYING = (Callback.MESSAGE, Callback.UPDATE)


def messages(scene: Scene) -> Iterator[tuple[str, JSON]]:
    """Each message that the bot sent or edited, with the request that did it."""
    for request in scene.fake.record.requests:
        if request.method not in ("POST", "PATCH"):
            continue
        if request.path.endswith("/callback"):
            if request.body["type"] in SAYING:
                yield request.line, request.body["data"]
        elif "/messages" in request.path or request.path.startswith("/webhooks/"):
            yield request.line, request.body


async def test_no_message_sent_or_edited_may_mention_anybody(fake: FakeDiscord, tmp_path: Path) -> None:
    async with in_discord(fake, tmp_path) as scene:
        fake.forbid(scene.channel, add_reactions=True)
        session = await scene.start(typed_question(), choice_question())
        card = scene.card(session)
        scene.ada.say(scene.channel, "@everyone", reply_to=card)
        await scene.until(lambda: any("Ada: " in text for text in scene.said()))
        await scene.skip(session)
        await scene.until(lambda: session.game.round == 2 and session.game.left is None)
        await scene.press(scene.ada, session, RIGHT).acknowledged()
        await scene.until(lambda: "have answered" in text_of(scene.card(session)))
        fake.delete_message(scene.card(session))
        await scene.until(lambda: session.game.left is None and len(scene.channel.messages) >= 3)
        await scene.ada.run(scene.channel, "leaderboard show").answered()
        await scene.ada.run(scene.channel, "quiz stop").answered()
        assert await scene.end(session) is EndReason.STOPPED
        said = list(messages(scene))

    kinds = {line.split("/")[0] + line.split("/")[1] for line, _ in said}
    assert kinds - {"PATCH webhooks"} == {"POST channels", "PATCH channels", "POST interactions"}
    assert [(line, data.get("allowed_mentions")) for line, data in said] == [
        (line, {"parse": []}) for line, _ in said
    ]
