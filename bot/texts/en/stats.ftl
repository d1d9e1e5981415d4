### /stats

stats-title = ## { $player } in this server
stats-none = No quiz with answers has ended here yet.
stats-games = { $count ->
    [one] 1 quiz
   *[other] { $count } quizzes
}, { $wins ->
    [0] none won
   *[other] { $wins } won
}
stats-streak = Best streak in a quiz: { $count } right in a row
stats-run = Now: { $count } right in a row, over all quizzes
stats-days = Days in a row with a quiz: { $count } now, { $best } at best
stats-time = Time of right answers: { $average } s on average, { $fastest } s the fastest
stats-ranks = **Rank** { $ranks }
stats-rank-day = today { $rank }
stats-rank-week = this week { $rank }
stats-rank-month = this month { $rank }
stats-rank-year = this year { $rank }
stats-rank-all-time = of all time { $rank }
stats-rating = **Rating** { $rating } ± { $spread }
stats-rating-provisional = **Rating** { $rating } ± { $spread }, provisional after { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
stats-levels = **Levels** { $shares }
stats-topics = **Topics** { $shares }
stats-kinds = **Kinds of questions** { $shares }
stats-share = { $name } { $percent } % of { $answered }
stats-achievements = **Achievements** { $count } of { $all }
stats-next = Next: **{ $name }** ({ $how }) { $bar } { $count } of { $goal }
stats-weeks = Points by week
stats-weeks-told = **Points by week**, the last one now: { $points }
stats-last = **The last quizzes**
stats-of = of { $players }
stats-public = -# Everybody in your servers can see this with `/stats`.
stats-private = -# Only you can see this.
stats-show = Let others see it
stats-hide = Hide it from others
stats-not-public = { $player } does not show statistics to others.

kind-authored = written by people
kind-look-up = look it up
kind-which-of-these = which of these
kind-two-steps = two steps
kind-who-am-i = who am I
kind-what-links = what links them
kind-odd-one-out = odd one out
kind-match-up = match up
kind-name-them-all = name them all
kind-how-many = how many
kind-when = when
kind-most-or-least = most or least
kind-order = order
kind-first-or-last = first or last
kind-true-false = true or false

### /question stats

asked-title = How the questions do
order-worst = worst first: much skipped, wrong more often than by guessing, reported, or with choices that nobody takes
order-skipped = most skipped first
order-wrong = most often wrong first
order-untaken = most choices that nobody takes first
order-slow = slowest first
order-reported = most reported first
asked-none = Nothing to show yet. A question is listed once it was asked { $count } times.
asked-unknown = There is no such question, or nobody has been asked it yet. Choose one from the list that appears as you type.
asked-times = asked { $count ->
    [one] once
   *[other] { $count } times
}
asked-skips = skipped { $count ->
    [0] never
    [one] once ({ $percent } %)
   *[other] { $count } times ({ $percent } %)
}
asked-right = { $percent } % of { $count ->
    [one] 1 answer
   *[other] { $count } answers
} right
asked-seconds = { $seconds } s
asked-reports = { $count ->
    [0] no reports
    [one] 1 report
   *[other] { $count } reports
}
asked-untaken-count = { $count ->
    [one] 1 choice never taken
   *[other] { $count } choices never taken
}
asked-typed = to be typed
asked-with-choices = with choices
asked-share = { $percent } % of { $count ->
    [one] 1 answer
   *[other] { $count } answers
} right; in the long run probably { $low } to { $high } %
asked-average = { $seconds } s per answer on average
asked-level-set = **Level** { $level }, as it was set; players decide after { $count } answers
asked-level = **Level** { $shown } by play, { $level } as it was set
asked-difficulty = **Difficulty** { $rating } ± { $spread }: a player of this rating gets it right half the time, apart from lucky guesses
asked-choices = **Choices**
asked-taken = taken { $count } of { $shown } times ({ $percent } %)
asked-never = never taken in { $count } answers
asked-more-choices = -# and { $count ->
    [one] 1 other choice
   *[other] { $count } other choices
}
asked-counted = -# Counted in all servers that play this pack, once their quizzes are over. Nobody is named.
