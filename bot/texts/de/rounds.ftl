## Wie eine Runde in Discord abläuft. Formatierung steht hier; Parameter kommen geschützt an.

### Die offene Frage

clock-everybody = ⏳ Alle haben geantwortet: schließt { $when }
have-answered = ✋ { $present ->
    [0] Antworten: { $count }
   *[other] Antworten: { $count } von { $present }
}

### Die Auflösung

were-right = { $count ->
    [0] niemand hat geantwortet
   *[other] { $right } von { $count } richtig
}
next-question = weiter { $when }
more-scored = { $count } weitere haben gepunktet
guessed-number = { $player } ({ $number })
button-next-question = Weiter
button-my-score = Mein Stand
going-on = Hier kommt die nächste Frage.

### Das Ende

button-again = Noch einmal
button-share = Teilen
button-wrong = Was ich falsch hatte
end-score = { points } · { $right } von { $rounds } richtig
end-moved = 📈 Diese Woche: { $moved }
end-earned = 🏅 { $player }: { $earned }
best-streak = 🔥 Längste Serie: { $player }, { $length } in Folge
fastest = ⚡ Schnellste richtige Antwort: { $player }, { $seconds } s
hardest = 🧊 Schwerste Frage ({ $right } von { $count } richtig): { $prompt }
share-title = Gumshoe · Platz { $rank } von { $players }
    { points }
share-none = Du hast in diesem Quiz nicht mitgespielt.
wrong-title = ## Was du falsch hattest
wrong-none = Gar nichts: Du hattest jede Frage richtig.
no-such-game = Dieses Quiz ist nicht mehr gespeichert.

### Für eine Person, die nach ihrem eigenen Stand fragt

note-unanswered = ⚪ Du hast nicht geantwortet. Die Antwort: { $answer }
note-right = ✅ Richtig: { $answer }
    { "**" }{ $award }**
note-wrong = ❌ Nicht richtig: { $guess }
    Die Antwort: { $answer }
close-kept = Fast, aber noch nicht ganz. Deine frühere Antwort bleibt eingeloggt: { $guess }
empty-kept = Deine Antwort ist leer. Deine frühere Antwort bleibt eingeloggt: { $guess }
my-place = Du bist auf Platz { $rank } von { $players }, mit { points }.
my-place-none = Du hast in diesem Quiz noch keine Punkte.
my-award = Diese Frage: { $award }.
my-award-none = Diese Frage: keine Punkte.
