## How a round flows in Discord. Its markup is written here; parameters arrive escaped.

### The open question

clock-everybody = ⏳ Everybody has answered: closes { $when }
have-answered = ✋ { $present ->
    [0] { $count } answered
   *[other] { $count } of { $present } have answered
}

### The reveal

were-right = { $count ->
    [0] nobody answered
   *[other] { $right } of { $count } right
}
next-question = next { $when }
more-scored = { $count } more scored
guessed-number = { $player } ({ $number })
button-next-question = Next
button-my-score = My score
going-on = Here comes the next question.

### The end

button-again = Play again
button-share = Share
button-wrong = What I got wrong
end-score = { points } · { $right } of { $rounds } right
end-moved = 📈 This week: { $moved }
end-earned = 🏅 { $player }: { $earned }
best-streak = 🔥 Best streak: { $player }, { $length } in a row
fastest = ⚡ Fastest right answer: { $player }, { $seconds } s
hardest = 🧊 Hardest question ({ $right } of { $count } right): { $prompt }
share-title = Gumshoe · number { $rank } of { $players }
    { points }
share-none = You did not play in this quiz.
wrong-title = ## What you got wrong
wrong-none = Nothing at all: you had every question right.
no-such-game = This quiz is no longer kept.

### Said to one member who asks for their own score

note-unanswered = ⚪ You did not answer. The answer: { $answer }
note-right = ✅ Right: { $answer }
    { "**" }{ $award }**
note-wrong = ❌ Not right: { $guess }
    The answer: { $answer }
close-kept = Close, but not quite. Your earlier answer stays locked in: { $guess }
empty-kept = Your answer is empty. Your earlier answer stays locked in: { $guess }
my-place = You are number { $rank } of { $players }, with { points }.
my-place-none = You have no points in this quiz yet.
my-award = This question: { $award }.
my-award-none = This question: no points.
