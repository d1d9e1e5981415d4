## Was Mitglieder schreiben, prüfen, melden und berichtigen. Parameter kommen maskiert an.

### Die eigenen Fragen eines Servers

own-questions-title = ## Dieser Server hat { $count ->
    [one] 1 eigene Frage
   *[other] { $count } eigene Fragen
}
own-questions-none = Dieser Server hat noch keine eigenen Fragen. Füge eine hinzu: `/question add`.
own-question-author = -# von { $author }
page = -# Seite { $page } von { $pages }
button-back = Zurück
button-next = Weiter
own-question-kept = Gespeichert als Frage { $number }, { $how ->
    [choices] mit Antworten zur Auswahl
   *[typed] mit getippter Antwort
}: { $prompt }
own-question-removed = Entfernt: { $prompt }
    -# `/question restore` mit der Nummer { $number } holt sie zurück.
own-question-unknown = Dieser Server hat keine Frage mit der Nummer { $number }.
own-question-known = Diese Frage hat der Server schon, unter der Nummer { $number }.
question-form-title = Eine Frage für diesen Server
question-form-lost = Das Getippte ist leider nicht mehr da.
question-form-prompt = Frage
question-form-answers = Antwort
    .about = Eine gültige Antwort pro Zeile; die erste wird gezeigt.
question-form-wrong = Falsche Antworten zur Auswahl
    .about = Eine pro Zeile. Lass das Feld leer, damit die Antwort getippt wird.
question-form-explanation = Erklärung
    .about = Steht bei der Auflösung.
problem-no-prompt = Die Frage ist leer.
problem-no-answer = Es gibt keine Antwort.
problem-many-answers = Es sind { $count } gültige Antworten: Schreib höchstens { $most }.
problem-many-wrong = Es sind { $count } falsche Antworten: Schreib höchstens { $most }.
problem-long = „{ $beginning }…“ hat { $length } Zeichen: Schreib höchstens { $most }.
problem-not-typeable = Eine getippte Antwort braucht einen Buchstaben oder eine Ziffer. Sonst füge falsche Antworten hinzu, damit es Knöpfe gibt.
problem-twice = „{ $text }“ kommt zweimal vor.
own-questions-found = ## { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
} mit „{ $search }“
own-questions-not-found = Keine Frage dieses Servers enthält das.
own-question-restored = Wieder in den Quizzen: { $prompt }
own-question-changed = Diese Frage wurde inzwischen geändert, deshalb ist nichts gespeichert. Sieh sie dir noch einmal an.
question-form-source = Quelle
    .about = Wo es steht: ein Titel oder ein Link.
question-form-details = Einzelheiten der Frage
question-form-topic = Thema
    .about = Steht über der Frage, zum Beispiel Besetzung oder Erdkunde.
question-form-level = Schwierigkeit
    .about = „egal“ richtet sich nach dem Quiz.
question-form-picture = Link zu einem Bild
    .about = Beginnt mit https:// und steht bei der Frage.
question-not-kept = So kann die Frage nicht gespeichert werden:
problem-picture = „{ $link }“ ist kein Link zu einem Bild: Er muss mit https:// beginnen und eine öffentliche Seite nennen.
problem-source = „{ $link }“ ist kein sicherer Link. Schreib ihn ganz aus oder nur den Titel.
problem-given-away = Die Frage verrät ihre Antwort: „{ $answer }“.
problem-right-too = Die falsche Antwort „{ $text }“ würde als richtig gelten.

### Die Vorschau

preview-title = **Vorschau**: So wird die Frage gestellt.
preview-heading = Frage
preview-answer = ✅ { $answers }
preview-typed = -# Die Antwort wird getippt.
near-title = **Sehr ähnlich:**
near-same = ⚠️ Fragt dasselbe: { $prompt } ({ $answer }) · { $where }
near-alike = ▫️ { $prompt } ({ $answer }) · { $where }
near-own = Nummer { $number } dieses Servers
near-fact = entsteht aus einem Fakt von { $pack }
near-pack = Nummer { $number } in { $pack }
draft-save = Speichern
draft-send = Absenden
draft-edit = Bearbeiten
draft-more = Thema, Schwierigkeit, Bild
draft-drop = Verwerfen
draft-dropped = Verworfen. Es wurde nichts gespeichert.
draft-lost = Dieser Entwurf ist nicht mehr da. Es wurde nichts gespeichert.

### Eine Frage und ihre Geschichte

state-live = in den Quizzen
state-waiting = wartet auf die Prüfung
state-refused = nicht angenommen
state-removed = entfernt
history-title = **Verlauf**
act-added = { $when }: geschrieben von { $who }
act-suggested = { $when }: vorgeschlagen von { $who }
act-edited = { $when }: geändert von { $who }
act-approved = { $when }: angenommen von { $who }
act-refused = { $when }: nicht angenommen von { $who }
act-removed = { $when }: entfernt von { $who }
act-restored = { $when }: zurückgeholt von { $who }

### Vorschläge und ihre Prüfung

suggestion-sent = An die Quizmaster geschickt: { $prompt }
    -# `/question mine` zeigt, was daraus wird.
suggestion-approved = Angenommen als Frage { $number }. { $author } wird bei der Auflösung genannt.
suggestion-refused = Nicht angenommen. { $author } kann dein Wort dazu in `/question mine` lesen.
suggestion-refused-message = { $server }: Deine Frage wurde nicht angenommen.
    { $prompt }
    „{ $word }“
suggestions-too-many = Du hast { $most } Vorschläge geschickt, die noch neu sind. Warte, bis die Quizmaster so weit sind.
suggestions-queue-full = Es warten schon { $most } Vorschläge. Versuch es wieder, wenn die Quizmaster nachgekommen sind.
mine-title = ## Du hast hier { $count ->
        [one] 1 Frage
       *[other] { $count } Fragen
    } geschrieben
    ✍️ { $approved ->
        [one] 1 Vorschlag angenommen
       *[other] { $approved } Vorschläge angenommen
    }
mine-none = Du hast hier noch keine Frage geschrieben. Schlag eine vor: `/question suggest`.
review-title = **Vorschlag { $place } von { $count }**, von { $author }
review-none = Es warten keine Vorschläge.
review-approve = Annehmen
review-edit = Bearbeiten und annehmen
review-refuse = Ablehnen
review-skip = Nächster
refusal-title = Einen Vorschlag ablehnen
refusal-word = Ein Wort an den Autor
    .about = Warum nicht, oder was die Frage besser machen würde.

### Ein Problem mit einer Frage

button-report = Problem melden
report-title = Ein Problem melden
report-reason = Was stimmt nicht?
report-note = In deinen Worten
    .about = Für die Quizmaster: was richtig ist oder was fehlt.
report-reason-wrong = Die Antwort ist falsch
report-reason-ambiguous = Mehr als eine Antwort ist richtig
report-reason-misspelt = Da ist ein Schreibfehler
report-reason-outdated = Das ist veraltet
report-reason-offensive = Das ist beleidigend
report-reason-dull = Das ist langweilig
report-reason-other = Etwas anderes
report-thanks = { $count ->
    [one] Danke. Die Quizmaster sehen es sich an.
   *[other] Danke. Die Quizmaster sehen es sich an; { $count } Mitspieler haben es gemeldet.
}
reports-too-many = Du hast { $most } Meldungen, die noch niemand angesehen hat. Warte, bis die Quizmaster so weit sind.
report-count = { $reason } ×{ $count }
complaint-title = **Meldung { $place } von { $count }**: { $reasons }
complaint-facts = **Gemacht aus:**
complaint-mend = Berichtigen
complaint-retire = Nie wieder fragen
complaint-dismiss = Verwerfen
complaint-skip = Nächste
complaints-none = Es ist nichts gemeldet.
outcome-mended = Berichtigt, hier und in jeder Frage aus demselben Fakt.
outcome-retired = Wird auf diesem Server nicht mehr gefragt.
outcome-dismissed = Verworfen.
mend-title = Eine Frage berichtigen
mend-fact = Welcher Fakt?
mend-value = Die richtige Antwort
    .about = Bleibt leer, wenn die Antwort stimmt. Daten wie 2019-06-14.
mend-alias = Eine weitere gültige Antwort
    .about = Gilt in jeder Frage mit dieser Antwort.
mend-nothing = Du hast nichts berichtigt, deshalb bleibt alles, wie es war.
mend-impossible = Diese Antwort lässt sich so nicht berichtigen. Es bleibt alles, wie es war.
retire-title = Nie wieder nach einem Fakt fragen
fact-fault-no-relation = Diese Beziehung gibt es in dem Paket nicht.
fact-fault-no-name = Ein Name braucht einen Buchstaben oder eine Ziffer.
fact-fault-no-date = Gib ein Datum ein wie 2019-06-14, 2019-06 oder 2019.
fact-fault-no-number = Gib eine Zahl in Ziffern ein.
fact-fault-not-in-pack = Da kann nur stehen, was schon im Paket ist.
fact-fault-itself = Beide Seiten sind dasselbe.
fact-fault-known = Diesen Fakt gibt es schon.
fact-fault-other-object = Das Paket sagt etwas anderes: Das Subjekt hat schon einen anderen Wert und kann nur einen haben.
fact-fault-other-subject = Das Paket sagt etwas anderes: Das gehört schon zu einem anderen Subjekt und kann nur zu einem gehören.
fact-fault-circle = Dann käme etwas vor sich selbst.

### „Das war richtig“

button-was-right = Das war richtig
appeal-title = **{ $player } meint, das war richtig: „{ $guess }“**
appeal-who-decides = -# Das entscheidet, wer das Quiz gestartet hat, oder ein Quizmaster.
appeal-yes = Gelten lassen
appeal-no = Nicht gelten lassen
appeal-keep = Ab jetzt gelten lassen
appeal-accepted = ✅ { $by } lässt es gelten: { $award }
appeal-place = Jetzt Platz { $rank } von { $players }, mit { points }.
appeal-refused = { $by } lässt es nicht gelten.
appeal-kept = Ab jetzt gilt diese Antwort.

### Eigene Fakten und Berichtigungen eines Servers

fact-title = **Ein Fakt für „{ $pack }“**, nur auf diesem Server
fact-questions = { $count ->
    [one] **1 Art von Frage** entsteht daraus, zum Beispiel:
   *[other] **{ $count } Arten von Fragen** entstehen daraus, zum Beispiel:
}
fact-keep = Behalten
fact-kept = Behalten als Nummer { $number }. Quizze auf diesem Server fragen jetzt danach. `/fact remove` nimmt es zurück.
fact-no-source = Ein Fakt braucht eine Quelle: wo er steht.
fact-no-questions = Allein daraus entsteht keine Frage. Weitere Fakten können das ändern.
fact-founds = 🆕 Das Paket ist neu: Es beginnt hiermit.
relation-not-kept = So lässt sich das nicht behalten:
relation-title = **Eine neue Art von Fakten für „{ $pack }“**, nur auf diesem Server
relation-kept = Behalten als Nummer { $number }. `/fact add` bietet es jetzt an.
relation-date = ein Datum
relation-number = eine Zahl
relation-form-title = Eine neue Art von Fakten
relation-form-statement = Der Fakt, mit zwei Lücken
    .about = … steht für einen Namen, zum Beispiel: … wurde von … gemalt.
relation-form-ask-object = Frage nach: { $second }
    .about = Mit einer Lücke für das Bekannte, zum Beispiel: Wer hat … gemalt?
relation-form-ask-subject = Frage nach: { $first }
    .about = Darf leer bleiben. Zum Beispiel: Welches Bild hat … gemalt?
relation-form-shape = Wie viele es gibt
    .about = Davon hängt ab, welche falschen Antworten sicher falsch sind.
shape-one-shared = { $first }: immer ein Wert ({ $second }), auch geteilt
shape-one-to-one = { $first }: immer ein eigener Wert ({ $second })
shape-several-own = { $first }: mehrere eigene Werte ({ $second })
shape-all-listed = Mehrere auf beiden Seiten, und alle werden genannt
wording-fault-noun = Nenne beides mit einem Wort wie Film oder Mitglied; das erste kann kein Datum und keine Zahl sein.
wording-fault-two-gaps = Der Fakt braucht zwei Lücken: Schreibe für jede ….
wording-fault-gap = Eine Frage braucht eine Lücke: Schreibe …, wo der Name steht.
wording-fault-braces = Schreibe … für eine Lücke, und keine geschweiften Klammern.
wording-fault-nothing-asked = Wenigstens eine Frage muss es geben.
wording-fault-known = Diesen Satz hat das Paket schon.
changes-title = { $count ->
    [one] ## 1 Fakt oder Berichtigung dieses Servers
   *[other] ## { $count } Fakten und Berichtigungen dieses Servers
}
changes-none = Dieser Server hat noch keine Fakten berichtigt oder hinzugefügt.
change-by = -# { $who }, { $when }
change-added = Hinzugefügt: { $fact }
change-retire = Nie gefragt: { $what }
change-override = Berichtigt: { $what } → { $value }
change-founded = Ein eigenes Paket: { $pack }
change-relation = Eine Art von Fakten: { $relation } ({ $pack })
change-alias = „{ $value }“ gilt auch: { $what }
change-undone = Nummer { $number } gilt nicht mehr.
change-not-undone = Es gibt keine Nummer { $number }, die zurückgenommen wurde.
change-restored = Gilt wieder: { $about }
change-unknown = In `/fact list` gibt es keine Nummer { $number }.

### Pakete

packs-title = { $count ->
    [one] ## 1 Paket
   *[other] ## { $count } Pakete
}
pack-facts = { $count ->
    [one] 1 Fakt
   *[other] { $count } Fakten
}
pack-questions = { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
}
pack-own = gehört diesem Server
pack-for-all = für alle Server
pack-is-on = ✅ Quizze auf diesem Server fragen danach.
pack-is-off = ▫️ Auf diesem Server ausgeschaltet.
pack-now-on = Quizze auf diesem Server fragen jetzt nach { $title }.
pack-now-off = Quizze auf diesem Server fragen nicht mehr nach { $title }.
pack-not-own = Nur eigene Pakete dieses Servers lassen sich entfernen. Andere schaltet `/pack off` aus.
pack-founded-removed = Entfernt: { $title }, mit seinen Fakten. Alle Punkte bleiben. `/fact restore` holt es zurück.
pack-new = Neues Paket: { $title }
pack-removed = Entfernt: { $title }. Alle Punkte bleiben. `/pack undo` holt es zurück.
pack-undone = Rückgängig gemacht: { $what }.
nothing-to-undo = Es gibt nichts rückgängig zu machen.
pack-not-exported = Nur importierte Pakete, eigene Pakete dieses Servers und seine eigenen Fragen lassen sich exportieren.
import-title = **{ $file } → { $title }**: Noch ist nichts importiert.
import-added = ➕ neu: { $count }
import-changed = ✏️ geändert: { $count }
import-skipped = ♻️ schon da: { $count }
import-refused = ⚠️ nicht zu fragen: { $count }
import-nothing = Es gibt nichts Neues zu importieren.
import-confirm = Importieren
import-done = Importiert in { $title }: { $added } neu, { $changed } geändert. `/pack undo` macht es rückgängig.
import-outdated = Die Pakete dieses Servers haben sich inzwischen geändert, deshalb ist nichts importiert. Importiere die Datei noch einmal.
import-too-large = Die Datei hat { $size } MiB; höchstens { $most } lassen sich importieren.
import-not-read = Discord hat die Datei nicht herausgegeben. Versuch es noch einmal.
