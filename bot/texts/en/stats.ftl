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
stats-streak = Best streak: { $count } right in a row
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
