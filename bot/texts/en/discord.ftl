## What only Discord shows. Its markup is written here; parameters arrive escaped, unless a comment says more.

### The question card

next-question = -# Next question: { $when }
clock = ⏳ Closes { $when }
locked-in-count = 🔒 { $count } locked in
skip-votes = ⏭️ { $votes } of { $needed } to skip
nearest-wins = -# Where nobody has the exact number, the nearest wins.
how-to-type = -# Press Answer, or reply with @ ON.
button-answer = Answer
button-hint = Hint
button-skip = Skip
question-left-out = Question { $round } cannot be shown, so it is left out. It costs nobody a streak.

### The reveal

answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
source = -# Source: { $source }
written-by = -# Written for this server by { $author }
closed-with-answers = **{ $reason }.** { $right } of { answers } right.
closed-without-answers = **{ $reason }.** Nobody answered.
winning-number = { $player } with { $number }
and-more = -# and { $count } more

### Standings and the leaderboard

final-standings = ## Final standings
nobody-answered = Nobody answered a question.
nobody-has-points = Nobody has points yet.
period-day = The best today
period-week = The best this week
period-month = The best this month
period-all-time = The best of all time
own-rank = -# Your rank is { $rank }, with { $score }.
no-rank = -# You have no points yet.

### Answers, hints and skips: said to one member

locked-in = Locked in: { $guess }.
locked-in-for-now = Locked in: { $guess }. You may change it until the clock runs out.
choice-taken-away = A wrong choice is taken away, for everybody.
question-skipped = The question is skipped.
vote-counted = Your vote to skip is counted: { $votes } of { $needed }.
answer-form-title = Question { $round }
answer-form-field = Your answer

### Starting and stopping

quiz-begins = The quiz begins: { questions }, { $seconds } seconds each ({ $packs }).
lacking-permissions = I cannot play here. In this channel I lack: { $permissions }.
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
no-such-pack = There is no such pack. Choose one of those that are offered while you type.
no-such-question = There is no question of that sort. Choose another level or pack, or allow spoilers.
already-running = A quiz runs in this channel already: { $link }
already-starting = A quiz is just starting in this channel.
none-running = No quiz runs in this channel.
stopped-by-you = The quiz is stopped. The points count.
coming-back = The bot is just coming back. Try again in a moment.
restarting = The bot is restarting. Try again in a moment.
farewell = Back in a moment: the bot restarts. What is locked in counts, and the clock stands still meanwhile.
back-again = Back again: the quiz goes on where it stopped, and every answer that was locked in counts.

### A server's own questions

own-questions-title = ## { questions } of this server
own-questions-none = This server has no questions of its own yet. Write one with `/question add`.
own-question-author = -# by { $author }
page = -# Page { $page } of { $pages }
button-back = Back
button-next = Next
own-question-kept = Kept as question { $number }, { $how ->
    [choices] with choices
   *[typed] to be typed
}: { $prompt }
own-question-removed = Removed: { $prompt }
own-question-unknown = This server has no question { $number }.
own-question-known = This server has that question already, as number { $number }.
question-form-title = A question for this server
question-form-lost = What you had typed before is no longer there.
question-form-prompt = Question
question-form-answers = Answer
    .about = One form a line; the first is the one that is shown.
question-form-wrong = Wrong choices
    .about = One a line. Leave it empty to have the answer typed.
question-form-explanation = Explanation
    .about = Shown with the answer: the fact, and where it comes from.
button-open-again = Open the form again
question-not-kept = The question is not kept yet:
problem-no-prompt = The question is empty.
problem-no-answer = There is no answer.
problem-many-answers = There are { $count } forms of the answer: write at most { $most }.
problem-many-wrong = There are { $count } wrong choices: write at most { $most }.
problem-long = “{ $beginning }…” has { $length } characters: write at most { $most }.
problem-not-typeable = An answer to be typed needs a letter or a digit. Or write wrong choices to press.
problem-twice = “{ $text }” stands there twice.

### Errors

not-taken = That was NOT taken: the bot cannot write to its disk just now. Try again in a moment. Nothing is lost of what was confirmed before.
not-taken-restarting = That was NOT taken. The bot is restarting. Try again in a moment.
not-done = That was not done: the bot cannot use its database just now. Try again in a moment.
outdated-command = This command has changed with a new version of the bot. Reload Discord and try again.
value-not-offered = That is no value for this option. Choose one that Discord offers.
servers-only = Quizzes are played in servers, not in private messages.
quizmasters-only = Only quizmasters, members with the permission Manage Server, may do that.
unexpected-error = Something went wrong, and it has been logged as { $name }.
