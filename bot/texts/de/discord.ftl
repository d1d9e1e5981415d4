## Was nur Discord zeigt. Formatierung steht hier; Parameter kommen geschützt an.

### Datenschutz

privacy-title = ## Was über dich gespeichert ist
privacy-kept =
    - **Deine Discord-ID und dein Name auf jedem Server**, damit du in Ranglisten einen Namen hast.
    - **Deine Punkte, Zeiten, Serien und Wertungszahlen**, bis du dich vergessen lässt, für Ranglisten und `/stats`. Die Rangliste eines Servers zählt nur, was du dort gewonnen hast.
privacy-answers-days =
    - **Was du in Quizzen geantwortet hast**, bis { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } nach jedem Quiz, damit es einen Neustart übersteht, und für `/quiz history` und **Was ich falsch hatte**.
privacy-answers-kept =
    - **Was du in Quizzen geantwortet hast**, damit es einen Neustart übersteht, und für `/quiz history` und **Was ich falsch hatte**.
privacy-written =
    - **Was du für einen Server schreibst**, für diesen Server: Fragen, Fakten und Meldungen.
privacy-listed = Du **stehst** unter deinem eigenen Namen in der Rangliste aller Server und in der für allein gespielte Quizze.
privacy-not-listed = Du stehst **nicht** in der Rangliste aller Server und auch nicht in der für allein gespielte Quizze.
privacy-list = Mich aufnehmen
privacy-unlist = Mich herausnehmen
privacy-data = Meine Daten schicken
privacy-data-sent = Alles, was über dich gespeichert ist, als JSON. Das siehst nur du.
privacy-data-too-long = Über dich ist zu viel gespeichert für eine Nachricht. Bitte den Betreiber des Bots um die Datei.
privacy-forget = Mich vergessen
privacy-forget-asks = ## Alles über dich vergessen?
    Auf **allen Servern**, für immer: deine Punkte, Plätze, Wertungszahlen, Serien und Tagesergebnisse, deine Antworten, deine Meldungen und deine Einstellungen. Du verlässt jede Rangliste. Wenn du wieder spielst, fängst du bei null an.
privacy-forget-stays = Was andere brauchen, bleibt ohne deinen Namen und deine ID: Gemeinsame Spiele zeigen 👤 an deiner Stelle, und Fragen und Fakten, die du einem Server gegeben hast, bleiben dort. Die Punkte der anderen ändern sich nicht.
privacy-forget-now = Mich für immer vergessen
privacy-back = Alles behalten
privacy-forgotten = Du bist vergessen. Über dich ist nichts mehr gespeichert.
privacy-playing = Du bist in einem Quiz, das noch läuft. Versuch es danach noch einmal: Es wurde noch nichts gelöscht.

### Die Fragenkarte

clock = ⏳ Schließt { $when }
skip-votes = ⏭️ { $votes } von { $needed } zum Überspringen
nearest-wins = -# Hat niemand die genaue Zahl, gewinnt die nächstliegende.
how-to-type = -# Drücke „Antworten“, oder antworte auf diese Nachricht mit @ AN.
button-answer = Antworten
button-order = Ordnen
button-match = Zuordnen
button-undo = Zurück
button-lock-in = Einloggen
button-hint = Hinweis −{ $percent } %
button-skip = Überspringen
question-left-out = Frage { $round } konnte nicht gezeigt werden und fällt aus. Keine Serie endet dadurch.

### Die Auflösung

source = -# Quelle: { $source }
written-by = -# Für diesen Server geschrieben von { $author }
and-more = und { $count } weitere
wrong-guesses = -# ❌ Falsch geraten: { $guesses }
out-of-lives = 💀 Raus: { $names }

### Endstand und Bestenliste

out-in = 💀 raus in Frage { $round }
score-of-team = { $team } · { points } · { $players ->
    [one] 1 Person
   *[other] { $players } Personen
}
scores-of-teams = -# Ein Team bekommt den Durchschnitt seiner besseren Hälfte.
final-standings = ## Endstand
nobody-answered = Niemand hat eine Frage beantwortet.
nobody-has-points = Noch hat niemand Punkte.
period-day = Die Besten von heute
period-week = Die Besten dieser Woche
period-month = Die Besten dieses Monats
period-year = Die Besten dieses Jahres
period-all-time = Die Besten aller Zeiten
past-day = Die Besten vom { $starts }
past-week = Die Besten der Woche ab { $starts }
past-month = Die Besten im { $starts }
past-year = Die Besten von { $starts }
board-rating = Die höchsten Wertungszahlen
board-everywhere = von allen Servern
board-alone = von allein gespielten Quiz, unter allen, die für alle Server gelistet sind
board-season = Saison { $number }
board-least-answers = ab { $count } Antworten
measure-points = nach Punkten
measure-wins = nach Siegen
measure-accuracy = nach Trefferquote
measure-streak = nach bester Serie
score-wins = { $count ->
    [one] 1 Sieg
   *[other] { $count } Siege
}
score-accuracy = { $percent } % richtig ({ $correct } von { $answered })
score-streak = { $count } richtige in Folge
member-left = ~~{ $name }~~ (nicht mehr da)
moved-new = neu
alt-up = { $count } hinauf
alt-down = { $count } hinunter
alt-own = hat danach gefragt
alt-left = nicht mehr da
podium-right = { $right } von { $rounds } richtig
podium-players = { $players ->
    [one] 1 Person
   *[other] { $players } Personen
}
button-as-text = Als Text
button-as-picture = Als Bild
pictures-off = -# Von jetzt an bekommst du Ranglisten und Statistiken als Text.
pictures-on = -# Von jetzt an bekommst du Ranglisten und Statistiken als Bilder.
button-on = Weiter
button-my-place = Mein Platz
nobody-everywhere = Hier steht noch niemand.
no-such-subject = Dafür gibt es keine Rangliste. Wähle ein Paket oder Thema aus der Liste, die beim Tippen erscheint.
whole-games-only = Siege und Wertungszahlen gelten für ganze Spiele. Wähle für ein Paket oder Thema Punkte, Trefferquote oder beste Serie.
no-seasons-everywhere = Nur Server haben Saisons.
no-wins-alone = Wer allein spielt, kann niemanden besiegen. Wähle Punkte, Genauigkeit, beste Serie oder Wertungszahl.
no-such-season = Dieser Server hatte bisher { $count ->
    [one] nur eine Saison
   *[other] { $count } Saisons
}.
season-question = ## Eine neue Saison beginnen?
    Alle auf diesem Server fangen bei null an. Die Rangliste von Saison { $number } bleibt erhalten: `/leaderboard show` zeigt sie unter ihrer Nummer. Wertungszahlen und die Rangliste aller Server ändern sich nicht. Du kannst das rückgängig machen.
season-begin = Neue Saison beginnen
season-keep = Abbrechen
season-undo = Letzte neue Saison rückgängig machen
season-kept = Nichts hat sich geändert.
season-begun = Saison { $number } hat begonnen. Saison { $last } ist mit `/leaderboard show` zu sehen.
season-undone = Rückgängig gemacht: Saison { $number } geht weiter, mit allen Punkten seither.
season-first = Das ist die erste Saison, es gibt nichts rückgängig zu machen.
season-empty = Noch hat niemand Punkte, es gibt nichts aufzuheben.
no-rank = -# Du hast noch keine Punkte.

### Antworten, Hinweise und Überspringen: nur für eine Person

locked-in = Eingeloggt: { $guess }.
race-wrong = Nicht richtig: { $guess }. Versuch es weiter.
lives-left = { $text } Leben übrig: { $lives }.
locked-in-for-now = Eingeloggt: { $guess }. Du kannst deine Antwort ändern, solange die Frage offen ist.
arrange-choose = Gehört zu …
arrange-nothing-locked = Es ist noch nichts eingeloggt.
arrange-ready = Es ist noch nichts eingeloggt: Drücke **Einloggen**.
arrange-locked = 🔒 Eingeloggt. Du kannst es ändern, solange die Frage offen ist.
arrange-earlier-locked = Noch eingeloggt: { $guess }. Was du änderst, zählt erst, wenn du **Einloggen** drückst.
locked-in-last = Eingeloggt: { $guess }. Alle haben geantwortet: Die Frage schließt in { $seconds } Sekunden.
private-hint = 💡 Hinweis: { $hint }
    -# Nur du siehst ihn. Eine richtige Antwort bringt dir jetzt { $percent } % der Punkte.
question-skipped = Frage übersprungen.
vote-counted = Du willst überspringen: { $votes } von { $needed } nötigen Stimmen.
answer-form-title = Frage { $round }
answer-form-field = Deine Antwort

### Die Lobby

lobby-heading = ## { $starter } startet ein Quiz
lobby-target = bis { points }
lobby-seconds = je { $seconds } s
lobby-level = Stufe: { $level }
lobby-topic = Thema: { $topic }
lobby-race = Wettlauf: die erste richtige Antwort gewinnt
lobby-spoilers = mit Spoilern
lobby-survival = Überleben: je { $lives } Leben
lobby-in = Dabei
lobby-players = **{ $which } ({ $count }):** { $names }
team-0 = 🔴 Rot
team-1 = 🔵 Blau
team-2 = 🟢 Grün
team-3 = 🟡 Gelb
joined-team = Du spielst für { $team }. Die erste Frage kommt gleich.
lobby-begins = ⏳ Beginnt { $when }
lobby-over = Das Quiz hat begonnen.
button-join = Ich bin dabei
button-begin = Jetzt starten
joined = Du bist dabei. Die erste Frage kommt gleich.
joined-already = Du bist schon dabei.
begun-by-you = Hier kommt die erste Frage.

### Gespielte Quiz

history-heading = ## Die letzten Quiz dieses Servers
history-none = Hier wurde noch kein Quiz zu Ende gespielt.
history-winner = { $winner } gewann mit { points }
history-more = -# `/quiz results` zeigt eins davon ausführlich.
results-right = { $right } von { $answers } richtig
results-seed = -# Startwert (seed): { $seed }
not-in-history = Dieses Quiz gibt es nicht. `/quiz history` zeigt, welche es gibt.
runs-here = Das Quiz läuft hier: { $link }

### Starten und Beenden

lobby-opens = Die Lobby ist offen, und die erste Frage kommt in { $seconds } Sekunden. **Jetzt starten** bringt sie sofort.
quiz-begins = Quiz gestartet: { questions } zu je { $seconds } Sekunden ({ $packs }).
lacking-permissions = Hier kann ich kein Quiz spielen. In diesem Kanal brauche ich: { $permissions }.
permission-view-channel = Kanal anzeigen
permission-send-messages = Nachrichten senden
permission-send-messages-in-threads = Nachrichten in Threads senden
permission-create-public-threads = Öffentliche Threads erstellen
no-such-pack = Dieses Paket gibt es nicht. Wähle eines aus der Liste, die beim Tippen erscheint.
no-such-topic = Dieses Thema gibt es in diesem Paket nicht. Wähle eines, das beim Tippen erscheint.
no-thread-here = Ein Thread lässt sich nur in einem Textkanal öffnen.
quiz-in-thread = Das Quiz ist in { $thread }.
thread-name = Quiz von { $starter }
no-such-question = Solche Fragen gibt es nicht. Wähle eine andere Stufe oder ein anderes Paket, oder erlaube Spoiler.
few-questions = Davon gibt es nur { questions }.
without-option = Eng macht es die Option `{ $option }`: Ohne sie wären es { questions }.
with-spoilers = Mit `{ $option }` wären es { questions }.
already-running = In diesem Kanal läuft schon ein Quiz: { $link }
start-too-soon = In diesem Kanal wurde gerade erst ein Quiz gestartet. Das nächste kann in { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} starten.
none-running = In diesem Kanal läuft kein Quiz.
stopped-by-you = Quiz beendet. Alle Punkte bis hierher zählen.
stopped-in-lobby = Quiz vor der ersten Frage beendet.
coming-back = Der Bot ist gerade neu gestartet. Versuch es gleich noch einmal.
restarting = Der Bot startet gerade neu. Versuch es gleich noch einmal.
farewell = Gleich zurück: Der Bot startet neu. Eingeloggte Antworten zählen, und die Uhr steht still.
back-again = Wieder da: Das Quiz geht weiter, wo es stehen blieb, und jede eingeloggte Antwort zählt.

### Fehler

not-taken = Das wurde NICHT gespeichert: Der Bot kann gerade nicht in seine Datenbank schreiben. Versuch es gleich noch einmal. Alles vorher Bestätigte ist sicher.
not-taken-restarting = Das wurde NICHT gespeichert: Der Bot startet gerade neu. Versuch es gleich noch einmal.
not-done = Das hat nicht geklappt: Der Bot kann seine Datenbank gerade nicht benutzen. Versuch es gleich noch einmal.
outdated-command = Dieser Befehl ist in einer neuen Version des Bots anders. Lade Discord neu und versuch es noch einmal.
value-not-offered = Dieser Wert passt nicht zu der Option. Wähle einen, den Discord vorschlägt.
servers-only = Das geht nur auf einem Server.
quizmasters-only = Das können nur Quizmaster: wer die Berechtigung „Server verwalten“ hat, oder die Rolle, die dieser Server dafür festgelegt hat.
managers-only = Das können nur Mitglieder mit der Berechtigung „Server verwalten“.
unexpected-error = Etwas ist schiefgegangen. Es steht im Protokoll als { $name }.
