## Was nur das Terminal zeigt, auf dem ganzen Bildschirm wie in einfachen Zeilen.

right = Richtig! { $award }
not-right = Falsch: { $guess }
no-answer = { $reason }. Du hast nicht geantwortet.
terminal-answer = Antwort: { $answer }
terminal-source = Quelle: { $source }
terminal-missed = Was du falsch hattest:
your-score = Dein Ergebnis: { $score }
your-best = Dein bestes: { points }
your-total = Insgesamt: { points } in { $quizzes ->
    [one] 1 Quiz
   *[other] { $quizzes } Quizzen
}
not-kept = Nicht gespeichert: { $why }
terminal-help = Antworte mit einem Buchstaben, oder tippe die Antwort. Befehle: /hint, /skip, /quit.
terminal-seconds = { $heading } · { $seconds } Sekunden
letters-only = Antworte mit einem Buchstaben von A bis { $last }.
type-here = Tippe die Antwort und drücke Enter
type-order = Tippe die Buchstaben in ihrer Reihenfolge, wie in „B A C“
type-pairs = Tippe, was zu A, B und C gehört, wie in „Y X Z“
seconds-left = { $seconds } s
key-hint = Hinweis
key-skip = Überspringen
key-next = Weiter
key-again = Neues Quiz
key-stop = Ende
