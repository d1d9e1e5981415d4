### /stats

stats-title = ## { $player } auf diesem Server
stats-none = Hier ist noch kein Quiz mit Antworten zu Ende gegangen.
stats-games = { $count ->
    [one] 1 Quiz
   *[other] { $count } Quiz
}, { $wins ->
    [0] keins gewonnen
   *[other] { $wins } gewonnen
}
stats-streak = Beste Serie in einem Quiz: { $count } richtige Antworten in Folge
stats-run = Jetzt: { $count } richtige Antworten in Folge, über alle Quiz
stats-days = Tage in Folge mit Quiz: jetzt { $count }, höchstens { $best }
stats-time = Zeit bis zur richtigen Antwort: im Schnitt { $average } s, am schnellsten { $fastest } s
stats-ranks = **Platz** { $ranks }
stats-rank-day = heute { $rank }
stats-rank-week = diese Woche { $rank }
stats-rank-month = diesen Monat { $rank }
stats-rank-year = dieses Jahr { $rank }
stats-rank-all-time = aller Zeiten { $rank }
stats-rating = **Wertungszahl** { $rating } ± { $spread }
stats-rating-provisional = **Wertungszahl** { $rating } ± { $spread }, vorläufig nach { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
stats-levels = **Stufen** { $shares }
stats-topics = **Themen** { $shares }
stats-kinds = **Arten von Fragen** { $shares }
stats-share = { $name } { $percent } % von { $answered }
stats-achievements = **Erfolge** { $count } von { $all }
stats-next = Als Nächstes: **{ $name }** ({ $how }) { $bar } { $count } von { $goal }
stats-weeks = Punkte nach Wochen
stats-weeks-told = **Punkte nach Wochen**, zuletzt die laufende: { $points }
stats-last = **Die letzten Quiz**
stats-of = von { $players }
stats-public = -# Auf deinen Servern kann das jeder mit `/stats` sehen.
stats-private = -# Das siehst nur du.
stats-show = Andere das sehen lassen
stats-hide = Vor anderen verbergen
stats-not-public = { $player } zeigt anderen keine Statistik.

kind-authored = von Menschen geschrieben
kind-look-up = nachschlagen
kind-which-of-these = welches davon
kind-two-steps = zwei Schritte
kind-who-am-i = wer bin ich
kind-what-links = was sie verbindet
kind-odd-one-out = was nicht passt
kind-match-up = zuordnen
kind-name-them-all = alle nennen
kind-how-many = wie viele
kind-when = wann
kind-most-or-least = am meisten oder wenigsten
kind-order = ordnen
kind-first-or-last = zuerst oder zuletzt
kind-true-false = richtig oder falsch

### /question stats

asked-title = Wie sich die Fragen schlagen
order-worst = die schlechtesten zuerst: oft übersprungen, öfter falsch als geraten, gemeldet oder mit Antworten, die niemand wählt
order-skipped = die am häufigsten übersprungenen zuerst
order-wrong = die am häufigsten falsch beantworteten zuerst
order-untaken = die mit den meisten nie gewählten Antworten zuerst
order-slow = die langsamsten zuerst
order-reported = die am häufigsten gemeldeten zuerst
asked-none = Noch nichts zu zeigen. Eine Frage steht hier, sobald sie { $count }-mal gestellt wurde.
asked-unknown = Diese Frage gibt es nicht, oder sie wurde noch nie gestellt. Wähle eine aus der Liste, die beim Tippen erscheint.
asked-times = { $count ->
    [one] einmal
   *[other] { $count }-mal
} gestellt
asked-skips = { $count ->
    [0] nie übersprungen
    [one] einmal übersprungen ({ $percent } %)
   *[other] { $count }-mal übersprungen ({ $percent } %)
}
asked-right = { $percent } % von { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
} richtig
asked-seconds = { $seconds } s
asked-reports = { $count ->
    [0] keine Meldungen
    [one] 1 Meldung
   *[other] { $count } Meldungen
}
asked-untaken-count = { $count ->
    [one] 1 Antwort nie gewählt
   *[other] { $count } Antworten nie gewählt
}
asked-typed = zum Tippen
asked-with-choices = mit Auswahl
asked-share = { $percent } % von { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
} richtig; auf Dauer wohl { $low } bis { $high } %
asked-average = im Schnitt { $seconds } s pro Antwort
asked-level-set = **Stufe** { $level }, wie festgelegt; ab { $count } Antworten entscheiden die Spieler
asked-level = **Stufe** { $shown } nach den Antworten, { $level } wie festgelegt
asked-difficulty = **Schwierigkeit** { $rating } ± { $spread }: Mit dieser Wertungszahl weiß man sie in der Hälfte der Fälle, glückliches Raten nicht gezählt
asked-choices = **Auswahl**
asked-taken = { $count } von { $shown } Mal gewählt ({ $percent } %)
asked-never = bei { $count } Antworten nie gewählt
asked-more-choices = -# und { $count ->
    [one] 1 weitere Antwort
   *[other] { $count } weitere Antworten
}
asked-counted = -# Gezählt auf allen Servern, die dieses Paket spielen, sobald ihre Quiz vorbei sind. Niemand wird genannt.
