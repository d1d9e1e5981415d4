## What Discord and the terminal both say of a game. Parameters arrive as plain text.

question-heading = Question { $round } of { $rounds }
hint-text = Hint: { $hint }
not-choice = not { $letter }
hidden-letters = { $text } (letters: { $lengths })
sources = { $first } and { $others } more
own-topic = This server's questions
points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
score = { points }, { $correct } of { $answered } right
questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
shortage = You asked for { $requested }; { $available ->
    [one] there is only 1
   *[other] there are only { $available }
}.

## The parts of an award, and what they add up to

award = +{ $points }
award-in-parts = +{ $points } ({ $base }, { $extras })
award-speed = speed { $points }
award-streak = streak of { $length }: { $points }

## Why an input changed nothing

refusal-ended = This quiz is over.
refusal-not-asking = No question is open right now; the next one is on its way.
refusal-other-round = That question is already closed.
refusal-too-late = Too late: time is up.
refusal-no-such-choice = There is no such choice, or a hint has removed it.
refusal-close = Close, but not quite. Nothing is locked in yet: try again.
refusal-empty = Your answer is empty. Nothing is locked in.
refusal-not-each-once = Not taken: name each letter exactly once, as in “C A B”.
refusal-no-hint-left = There are no more hints for this question.
refusal-already-voted = You have already voted to skip this question.
refusal-not-playing = Only those who are playing can vote to skip. Answer, and you are in.
refusal-still-open = This question is still open.
refusal-out = You are out: you have no lives left.
refusal-same-answer = You have already locked in that answer.
refusal-appeal-too-late = Too late: that question can be appealed until the next one closes.
refusal-already-appealed = You have already appealed that answer.
refusal-nothing-to-appeal = You typed nothing in that question that was not counted as right.
refusal-appeal-over = That has been decided already.
refusal-not-yours = Only the person who started this quiz or a quizmaster can do that.

## What the judge misses in an answer that is not locked in

reason-more = On the way; more, please.
reason-narrower = Too narrow; something wider, please.
reason-first-name = Only part of the name; more, please.
reason-namesakes = More than one has that name; more, please.
reason-less-precise = Right as far as it goes; more precisely, please.
reason-some-named = { $named } of { $needed }; more, please.
reason-no-number = This one wants a number.

## Why a round closed

close-reason-time = Time is up
close-reason-answered = Answered
close-reason-skipped = Skipped
close-reason-left-out = Left out
close-reason-stopped = Stopped

## Why a game ended

end-reason-last-standing = Only one player has lives left.
end-reason-all-out = Nobody has any lives left.
end-reason-target = The points to win are reached.
end-reason-finished = That was the last question.
end-reason-stopped = The quiz was stopped.
end-reason-idle = Nobody is answering any more, so the quiz ends here.
end-reason-away-too-long = The bot was away for too long, so the quiz ends here.
end-reason-channel-lost = The quiz can no longer be shown here, so it ends.
stopped-by = { $name } stopped the quiz.
