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
start-in-messages = Gib mir denselben Befehl in einer Direktnachricht, dann spielen wir dort.

### Das tägliche Quiz

daily-heading = Täglich · { $heading }
daily-until = ⏳ Endet { $when }
daily-welcome = -# Lass dir Zeit: Es läuft keine Uhr, und nur du siehst das hier.
daily-right = **Richtig!** { $award }
daily-wrong = **Nicht richtig.**
daily-wrong-guess = **Nicht richtig:** { $guess }
daily-skipped = Übersprungen.
button-daily-result = Mein Ergebnis
daily-title = ## 🗓️ Tägliches Quiz · { $day }
daily-place = { $players ->
    [one] Außer dir ist noch niemand damit fertig.
   *[other] Du bist Nummer { $rank } von { $players }, die damit fertig sind.
}
daily-streak = 🔥 { $days ->
    [one] Ein Tag. Komm morgen wieder, dann wird es eine Serie!
   *[other] { $days } Tage in Folge
}
daily-comes = -# Das nächste kommt { $when }.
daily-share = Tägliches Quiz · { $day }
daily-over = Dieser Tag ist vorbei. `/daily` bringt dir das Quiz von heute.
daily-off = Das tägliche Quiz ist auf diesem Server ausgeschaltet.
button-daily-board = Bestenliste
daily-board-day = ## 🗓️ Tägliches Quiz · { $day }
daily-board-month = ## 🗓️ Tägliches Quiz · Dieser Monat
daily-board-all = ## 🗓️ Tägliches Quiz · Alle Zeiten
daily-board-none = Noch ist niemand damit fertig.
daily-period-day = Heute
daily-period-month = Dieser Monat
daily-period-all = Alle Zeiten
daily-days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
daily-unplaced = Du stehst noch nicht auf dieser Liste. Mit `/daily` kommst du darauf.
