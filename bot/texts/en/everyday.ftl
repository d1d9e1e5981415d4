## What happens every day: scheduled quizzes.

### Scheduled quizzes

every-day = every day
schedule-times = { $days }, { $time }
schedule-line = **{ $number }.** { $times } in { $channel }, next { $when }
schedule-added = Scheduled. { $schedule }
    -# In the time zone { $zone }; `/settings` changes it.
schedule-title = ## Scheduled quizzes
schedule-zone = -# The times are in the time zone { $zone }.
schedule-none = No quizzes are scheduled. Add one with `/schedule add` in the channel where it is to be played.
schedule-removed = No longer scheduled: { $times } in { $channel }.
schedule-unknown = There is no scheduled quiz number { $number }. `/schedule list` shows those there are.
schedule-too-many = This server has { $most } scheduled quizzes already. Remove one first.
schedule-no-time = “{ $typed }” is not a time of day. Write it like 20:00 or 8 pm.
schedule-no-days = “{ $typed }” are not days of the week. Write them like mon, wed, or mon-fri.
schedule-announcement = ### ⏰ Quiz at { $time } · { $when }
schedule-cannot-start = A quiz was scheduled for now, but it cannot start. { $why }

### Playing alone

history-heading-solo = ## Your last quizzes
quiz-in-messages = The quiz is in our direct messages: { $link }
start-in-messages = Give me the same command in a direct message, and we play there.

### The daily quiz

daily-heading = Daily · { $heading }
daily-until = ⏳ Ends { $when }
daily-welcome = -# Take your time: there is no clock, and only you see this.
daily-right = **Right!** { $award }
daily-wrong = **Not right.**
daily-wrong-guess = **Not right:** { $guess }
daily-skipped = Skipped.
button-daily-result = My result
daily-title = ## 🗓️ Daily quiz · { $day }
daily-place = { $players ->
    [one] Nobody else has finished it yet.
   *[other] You are number { $rank } of the { $players } who have finished it.
}
daily-streak = 🔥 { $days ->
    [one] One day. Come back tomorrow, and it is a streak!
   *[other] { $days } days in a row
}
daily-comes = -# The next one comes { $when }.
daily-share = Daily quiz · { $day }
daily-over = That day is over. `/daily` brings you the quiz of today.
daily-off = The daily quiz is switched off in this server.
button-daily-board = Board
daily-board-day = ## 🗓️ Daily quiz · { $day }
daily-board-month = ## 🗓️ Daily quiz · This month
daily-board-all = ## 🗓️ Daily quiz · All time
daily-board-none = Nobody has finished it yet.
daily-period-day = Today
daily-period-month = This month
daily-period-all = All time
daily-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
daily-unplaced = You are not on this board yet. `/daily` is your way onto it.
