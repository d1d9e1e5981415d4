## What only the terminal shows, full screen and plain lines alike.

right = Right! { $award }
not-right = Wrong: { $guess }
no-answer = { $reason }. You gave no answer.
terminal-answer = Answer: { $answer }
terminal-source = Source: { $source }
terminal-missed = What you got wrong:
your-score = Your score: { $score }
your-best = Your best: { points }
your-total = Your total: { points } in { $quizzes ->
    [one] 1 quiz
   *[other] { $quizzes } quizzes
}
not-kept = Not saved: { $why }
terminal-help = Answer with a letter, or type the answer. Commands: /hint, /skip, /quit.
terminal-seconds = { $heading } · { $seconds } seconds
letters-only = Answer with a letter from A to { $last }.
type-here = Type the answer and press Enter
type-order = Type the letters in their order, as in “B A C”
type-pairs = Type the letters that go with A, B and C, as in “Y X Z”
seconds-left = { $seconds } s
key-hint = Hint
key-skip = Skip
key-next = Next
key-again = New quiz
key-stop = Stop
