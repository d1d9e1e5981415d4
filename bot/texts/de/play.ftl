## Was Discord und das Terminal beide von einem Spiel sagen. Parameter kommen als reiner Text an.

question-heading = Frage { $round } von { $rounds }
hint-text = Hinweis: { $hint }
not-choice = nicht { $letter }
hidden-letters = { $text } (Buchstaben: { $lengths })
sources = { $first } und { $others } weitere
own-topic = Fragen dieses Servers
points = { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
}
score = { points }, { $correct } von { $answered } richtig
questions = { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
}
shortage = Du wolltest { $requested }; { $available ->
    [one] es gibt nur 1
   *[other] es gibt nur { $available }
}.

## Die Teile einer Wertung, und was sie ergeben

award = +{ $points }
award-in-parts = +{ $points } ({ $base }, { $extras })
award-speed = Tempo { $points }
award-streak = { $length } in Folge: { $points }

## Warum eine Eingabe nichts geändert hat

refusal-ended = Dieses Quiz ist vorbei.
refusal-not-asking = Gerade ist keine Frage offen; die nächste kommt gleich.
refusal-other-round = Diese Frage ist schon geschlossen.
refusal-too-late = Zu spät: Die Zeit ist um.
refusal-no-such-choice = Diese Antwort gibt es nicht, oder ein Hinweis hat sie entfernt.
refusal-close = Fast, aber noch nicht ganz. Noch ist nichts eingeloggt: Versuch es noch einmal.
refusal-empty = Deine Antwort ist leer. Es ist nichts eingeloggt.
refusal-not-each-once = Nicht angenommen: Nenne jeden Buchstaben genau einmal, wie in „C A B“.
refusal-no-hint-left = Für diese Frage gibt es keine Hinweise mehr.
refusal-already-voted = Du hast schon für das Überspringen gestimmt.
refusal-not-playing = Nur wer mitspielt, kann für das Überspringen stimmen. Antworte, und du bist dabei.
refusal-still-open = Diese Frage ist noch offen.
refusal-out = Du bist raus: Du hast kein Leben mehr.
refusal-same-answer = Diese Antwort hast du schon eingeloggt.
refusal-appeal-too-late = Zu spät: Das geht, bis die nächste Frage schließt.
refusal-already-appealed = Das hast du schon angemeldet.
refusal-nothing-to-appeal = Du hast bei dieser Frage nichts getippt, was nicht als richtig galt.
refusal-appeal-over = Das ist schon entschieden.
refusal-not-yours = Das kann nur, wer dieses Quiz gestartet hat, oder ein Quizmaster.

## Was an einer Antwort fehlt, die nicht eingeloggt ist

reason-more = Du bist auf dem Weg; bitte mehr.
reason-narrower = Zu eng; bitte etwas weiter gefasst.
reason-first-name = Nur ein Teil des Namens; bitte mehr.
reason-namesakes = So heißen mehrere; bitte mehr.
reason-less-precise = So weit richtig; bitte genauer.
reason-some-named = { $named } von { $needed }; bitte mehr.
reason-no-number = Hier ist eine Zahl gefragt.

## Warum eine Runde zu Ende ist

close-reason-time = Die Zeit ist um
close-reason-answered = Beantwortet
close-reason-skipped = Übersprungen
close-reason-left-out = Ausgefallen
close-reason-stopped = Beendet

## Warum ein Spiel zu Ende ist

end-reason-last-standing = Nur noch eine Person hat Leben übrig.
end-reason-all-out = Niemand hat noch ein Leben.
end-reason-target = Die Punkte zum Sieg sind erreicht.
end-reason-finished = Das war die letzte Frage.
end-reason-stopped = Das Quiz wurde beendet.
end-reason-idle = Es antwortet niemand mehr, also endet das Quiz hier.
end-reason-away-too-long = Der Bot war zu lange weg, also endet das Quiz hier.
end-reason-channel-lost = Das Quiz kann hier nicht mehr gezeigt werden, also endet es.
stopped-by = { $name } hat das Quiz beendet.
