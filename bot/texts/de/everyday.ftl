## Was jeden Tag geschieht: geplante Quizze.

### Geplante Quizze

every-day = jeden Tag
schedule-times = { $days }, { $time } Uhr
schedule-line = **{ $number }.** { $times } in { $channel }, das nächste { $when }
schedule-added = Geplant. { $schedule }
    -# In der Zeitzone { $zone }; `/settings` ändert sie.
schedule-title = ## Geplante Quizze
schedule-zone = -# Die Zeiten gelten in der Zeitzone { $zone }.
schedule-none = Es sind keine Quizze geplant. Plane eines mit `/schedule add` in dem Kanal, in dem es gespielt werden soll.
schedule-removed = Nicht mehr geplant: { $times } in { $channel }.
schedule-unknown = Es gibt kein geplantes Quiz mit der Nummer { $number }. `/schedule list` zeigt, welche es gibt.
schedule-too-many = Dieser Server hat schon { $most } geplante Quizze. Entferne erst eines.
schedule-no-time = „{ $typed }“ ist keine Uhrzeit. Schreib sie wie 20:00 oder 20 Uhr.
schedule-no-days = „{ $typed }“ sind keine Wochentage. Schreib sie wie mo, mi oder mo-fr.
schedule-announcement = ### ⏰ Quiz um { $time } · { $when }
schedule-cannot-start = Für jetzt war ein Quiz geplant, aber es kann nicht beginnen. { $why }

### Allein spielen

history-heading-solo = ## Deine letzten Quiz
quiz-in-messages = Das Quiz ist in unseren Direktnachrichten: { $link }
