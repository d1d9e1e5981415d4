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
stats-streak = Beste Serie: { $count } richtige Antworten in Folge
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
