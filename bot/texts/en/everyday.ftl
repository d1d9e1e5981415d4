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
