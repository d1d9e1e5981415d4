## What only the terminal shows, full screen and plain lines alike.

right = Right! { $award }
not-right = Not right: { $guess }
no-answer = { $reason }, without an answer.
terminal-answer = Answer: { $answer }
terminal-source = Source: { $source }
terminal-removed = Hint: not { $letters }
your-score = Your score: { $score }
your-best = Your best: { points }
your-total = Your total: { points } in { $quizzes ->
    [one] 1 quiz
   *[other] { $quizzes } quizzes
}
not-kept = Not taken, since it cannot be kept: { $why }
terminal-help = Answer with a letter, or type the answer. /hint, /skip and /quit do what they say.
terminal-seconds = { $heading } · { $seconds } seconds
letters-only = Answer with a letter from A to { $last }.
type-here = Type the answer, then Enter
seconds-left = { $seconds } s
key-hint = Hint
key-skip = Skip
key-next = Next
key-again = New quiz
key-stop = Stop
