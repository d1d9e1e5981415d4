## What only Discord shows. Its markup is written here; parameters arrive escaped, unless a comment says more.

### The question card

clock = ⏳ Closes { $when }
skip-votes = ⏭️ { $votes } of { $needed } to skip
nearest-wins = -# If nobody has the exact number, the nearest guess wins.
how-to-type = -# Press Answer, or reply to this message with @ ON.
button-answer = Answer
button-order = Put in order
button-match = Match
button-undo = Undo
button-lock-in = Lock in
button-hint = Hint −{ $percent } %
button-skip = Skip
question-left-out = Question { $round } could not be shown, so it is left out. Nobody's streak ends.

### The reveal

source = -# Source: { $source }
written-by = -# Written for this server by { $author }
and-more = and { $count } more
wrong-guesses = -# ❌ Wrong guesses: { $guesses }

out-of-lives = 💀 Out: { $names }

### Standings and the leaderboard

out-in = 💀 out in question { $round }
score-of-team = { $team } · { points } · { $players ->
    [one] 1 player
   *[other] { $players } players
}
scores-of-teams = -# A team's points are the mean of its better half.

final-standings = ## Final standings
nobody-answered = Nobody answered any questions.
nobody-has-points = Nobody has any points yet.
period-day = The best today
period-week = The best this week
period-month = The best this month
period-year = The best this year
period-all-time = The best of all time
past-day = The best of { $starts }
past-week = The best of the week from { $starts }
past-month = The best of { $starts }
past-year = The best of { $starts }
board-rating = The highest ratings
board-everywhere = from all servers
board-alone = of quizzes played alone, among players who are listed for all servers
board-season = season { $number }
board-least-answers = from { $count } answers on
measure-points = by points
measure-wins = by wins
measure-accuracy = by accuracy
measure-streak = by best streak
score-wins = { $count ->
    [one] 1 win
   *[other] { $count } wins
}
score-accuracy = { $percent } % right ({ $correct } of { $answered })
score-streak = { $count } right in a row
member-left = ~~{ $name }~~ (left)
moved-new = new
alt-up = up { $count }
alt-down = down { $count }
alt-own = asked for this
alt-left = no longer here
podium-right = { $right } of { $rounds } right
podium-players = { $players ->
    [one] 1 player
   *[other] { $players } players
}
button-as-text = As text
button-as-picture = As picture
pictures-off = -# From now on, you get leaderboards and statistics as text.
pictures-on = -# From now on, you get leaderboards and statistics as pictures.
button-on = Next
button-my-place = My place
nobody-everywhere = Nobody is listed here yet.
no-such-subject = There is no leaderboard for that. Choose a pack or a topic from the list that appears as you type.
whole-games-only = Wins and ratings are counted over whole games. For a pack or a topic, choose points, accuracy or best streak.
no-seasons-everywhere = Only servers have seasons.
no-wins-alone = Nobody can win a quiz that they play alone. Choose points, accuracy, best streak or rating.
no-such-season = This server has had { $count ->
    [one] only one season
   *[other] { $count } seasons
} so far.
season-question = ## Start a new season?
    Everybody in this server begins at zero. The standings of season { $number } are kept: `/leaderboard show` finds them under its number. Ratings and the leaderboard of all servers do not change. You can undo this.
season-begin = Start a new season
season-keep = Cancel
season-undo = Undo the last new season
season-kept = Nothing has changed.
season-begun = Season { $number } has begun. Season { $last } can be seen with `/leaderboard show`.
season-undone = Undone: season { $number } goes on, with all points won since.
season-first = This is the first season, so there is nothing to undo.
season-empty = Nobody has any points yet, so there is nothing to put away.
no-rank = -# You have no points yet.

### Answers, hints and skips: said to one member

locked-in = Locked in: { $guess }.
race-wrong = Not right: { $guess }. Keep trying.
lives-left = { $text } Lives left: { $lives }.
locked-in-for-now = Locked in: { $guess }. You can change it as long as the question is open.
arrange-choose = Goes with …
arrange-nothing-locked = Nothing is locked in yet.
arrange-ready = Nothing is locked in yet: press **Lock in**.
arrange-locked = 🔒 Locked in. You can change it as long as the question is open.
arrange-earlier-locked = Still locked in: { $guess }. What you change counts once you press **Lock in**.
locked-in-last = Locked in: { $guess }. Everybody has answered: the question closes in { $seconds } seconds.
private-hint = 💡 Hint: { $hint }
    -# Only you can see it. A right answer now earns you { $percent } % of the points.
question-skipped = Question skipped.
vote-counted = You voted to skip: { $votes } of { $needed } votes needed.
answer-form-title = Question { $round }
answer-form-field = Your answer

### The lobby

lobby-heading = ## { $starter } starts a quiz
lobby-target = first to { points }
lobby-seconds = { $seconds } s each
lobby-level = level: { $level }
lobby-topic = topic: { $topic }
lobby-race = race: the first right answer wins
lobby-spoilers = with spoilers
lobby-survival = survival: { $lives } lives each
lobby-in = In
lobby-players = **{ $which } ({ $count }):** { $names }
team-0 = 🔴 Red
team-1 = 🔵 Blue
team-2 = 🟢 Green
team-3 = 🟡 Yellow
joined-team = You play for { $team }. The first question is on its way.
lobby-begins = ⏳ Starts { $when }
lobby-over = The quiz has begun.
button-join = I’m in
button-begin = Start now
joined = You are in. The first question is on its way.
joined-already = You are in already.
begun-by-you = Here comes the first question.

### What was played

history-heading = ## The last quizzes of this server
history-none = No quiz has been played to its end yet.
history-winner = { $winner } won with { points }
history-more = -# `/quiz results` shows one of them in full.
results-right = { $right } of { $answers } right
results-seed = -# Seed: { $seed }
not-in-history = There is no such quiz. `/quiz history` shows those there are.
runs-here = The quiz goes on here: { $link }

### Starting and stopping

lobby-opens = The lobby is open, and the first question comes in { $seconds } seconds. **Start now** brings it at once.
quiz-begins = Quiz started: { questions }, { $seconds } seconds each ({ $packs }).
lacking-permissions = I cannot run a quiz here. In this channel I need: { $permissions }.
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-create-public-threads = Create Public Threads
no-such-pack = There is no such pack. Choose one from the list that appears as you type.
no-such-topic = There is no such topic in this pack. Choose one of those offered as you type.
no-thread-here = A thread can only be opened in a text channel.
quiz-in-thread = The quiz is in { $thread }.
thread-name = Quiz by { $starter }
no-such-question = There are no questions like that. Try another level or pack, or allow spoilers.
few-questions = There { $count ->
    [one] is only 1 question
   *[other] are only { $count } questions
} like that.
without-option = The narrow option is `{ $option }`: without it there would be { questions }.
with-spoilers = With `{ $option }` there would be { questions }.
already-running = A quiz is already running in this channel: { $link }
start-too-soon = A quiz was started in this channel just now. The next one can start in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
none-running = No quiz is running in this channel.
stopped-by-you = Quiz stopped. All points so far count.
stopped-in-lobby = Quiz stopped before its first question.
coming-back = The bot has just restarted. Try again in a moment.
restarting = The bot is restarting. Try again in a moment.
farewell = Back in a moment: the bot is restarting. Locked-in answers count, and the clock is paused.
back-again = Back again: the quiz continues where it stopped, and every locked-in answer counts.

### Privacy

privacy-title = ## What is kept about you
privacy-kept =
    - **Your Discord id and your name in each server**, to name you on leaderboards.
    - **Your points, times, streaks and ratings**, until you ask to be forgotten, for leaderboards and `/stats`. Each server's leaderboard counts only what you won there.
privacy-answers-days =
    - **What you answered in quizzes**, until { $days ->
        [one] a day
       *[other] { $days } days
    } after each quiz, so that it survives a restart, and for `/quiz history` and **What I got wrong**.
privacy-answers-kept =
    - **What you answered in quizzes**, so that it survives a restart, and for `/quiz history` and **What I got wrong**.
privacy-written =
    - **What you write for a server**, for that server: questions, facts and reports.
privacy-listed = You **are** on the leaderboard of all servers and on that of quizzes played alone, under your own name.
privacy-not-listed = You are **not** on the leaderboard of all servers, nor on that of quizzes played alone.
privacy-list = Put me on it
privacy-unlist = Take me off it
privacy-data = Send me my data
privacy-data-sent = Everything that is kept about you, as JSON. Only you can see this.
privacy-data-too-long = There is too much about you for one message. Ask whoever runs this bot for the file.
privacy-forget = Forget me
privacy-forget-asks = ## Forget everything about you?
    In **all servers**, for good: your points, ranks, ratings, streaks and daily results, your answers, your reports and your choices. You leave every leaderboard. If you play again, you start from nothing.
privacy-forget-stays = What others need stays, without your name or id: games that you played with them show 👤 in your place, and questions and facts that you gave to a server stay there. Nobody else's points change.
privacy-forget-now = Forget me for good
privacy-back = Keep everything
privacy-forgotten = You are forgotten. Nothing about you is kept any more.
privacy-playing = You are in a quiz that is still running. Try again when it is over: nothing has been deleted yet.

### Errors

not-taken = That was NOT saved: the bot cannot write to its database right now. Try again in a moment. Everything confirmed before is safe.
not-taken-restarting = That was NOT saved: the bot is restarting. Try again in a moment.
not-done = That did not work: the bot cannot use its database right now. Try again in a moment.
outdated-command = This command has changed in a new version of the bot. Reload Discord and try again.
value-not-offered = That value does not fit this option. Choose one that Discord suggests.
servers-only = That can only be done in a server.
quizmasters-only = Only quizmasters can do that: members with the Manage Server permission, or with the role that this server has set.
managers-only = Only members with the Manage Server permission can do that.
unexpected-error = Something went wrong. It has been logged as { $name }.
