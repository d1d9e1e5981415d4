## /help: ein Abschnitt für alles, was man tun kann.

help-play = `/quiz start` öffnet eine Lobby in diesem Kanal: Drücke **Ich bin dabei**, und nach zehn Sekunden kommt die erste Frage. Wähle Paket, Zahl der Fragen, Zeit und Stufe, oder gar nichts.
    - Nach jeder Frage siehst du die richtige Antwort, den Fakt dahinter und seine Quelle.
    - `/question suggest` schickt den Quizmastern eine Frage von dir; `/question mine` zeigt, was daraus wurde.
    - `/quiz stop` beendet das Quiz; das können Quizmaster und wer es gestartet hat. Die Punkte zählen.
    - `/quiz now` zeigt dir die offene Frage noch einmal, falls du sie nicht mehr siehst.
    - `/quiz history` zeigt die letzten zehn Quiz, und `/quiz results` eins davon ausführlich.
    - `/leaderboard show`: die Besten eines Tages, einer Woche, eines Monats oder Jahres, und dein Platz. `/stats`: alles über deine Spiele. `/privacy`: deine Daten, und ob du für alle Server gelistet bist.
    .title = So wird gespielt
    .button = Spielen
help-answer = Drück auf einen Knopf: Nur du siehst, was du gewählt hast. Solange die Frage offen ist, kannst du es ändern.
    - Gibt es keine Antworten zur Auswahl, drück auf **Antworten** und tippe. Das sieht sonst niemand. Oder antworte auf die Karte mit dem @ an, für alle lesbar: 🔒 heißt eingeloggt, 🤏 heißt fast, schreib mehr.
    - **Das war richtig** bei der Auflösung: Wer das Quiz gestartet hat oder ein Quizmaster entscheidet über eine getippte Antwort. **Problem melden** sagt den Quizmastern, was nicht stimmt.
    - Tippfehler werden verziehen; bei einer halben Antwort fragt der Bot nach.
    - **Hinweis** hilft weiter und kostet ein Viertel der Punkte. **Überspringen** schließt die Frage, sobald mehr als die Hälfte derer, die mitspielen, es gedrückt hat. `/quiz hint` und `/quiz skip` tun dasselbe.
    .title = So wird geantwortet
    .button = Antworten
help-points = Eine richtige Antwort bringt 10, 20 oder 30 Punkte, für ★, ★★ oder ★★★.
    - **Tempo**: bis zur Hälfte dazu, je nachdem, wie viel Zeit noch war.
    - **Serie**: ein Zehntel dazu für jede richtige Antwort in Folge davor, bis zur Hälfte.
    - **Hinweise**: für jeden ein Viertel weniger, aber nie weniger als ein Viertel.
    - Falsche Antworten kosten nichts, beenden aber deine Serie.
    .title = Was zählt
    .button = Punkte
help-daily = `/daily` stellt dir jeden Tag fünf Fragen, dieselben wie allen anderen auf diesem Server. Nur du siehst sie, und es läuft keine Uhr: Bis Mitternacht in der Zeitzone dieses Servers kannst du mit `/daily` weitermachen.
    - Hinweise kosten ein Viertel der Punkte; eine übersprungene Frage kostet sonst nichts.
    - Wer jeden Tag fertig wird, hat eine Serie 🔥. **Teilen** gibt dir Quadrate ohne die Antworten zum Herzeigen, **Bestenliste** zeigt die Besten des Tages, des Monats und aller Zeiten.
    - Allein spielst du so oft du magst mit `/quiz start` in einer Direktnachricht an mich, oder mit `where: direct messages`. Das zählt auf keiner Bestenliste eines Servers.
    - Wenn mein Betreiber es erlaubt, kannst du mich auch deinem Konto hinzufügen. Dann geht das sogar auf Servern ohne mich.
    .title = Jeden Tag, und allein
    .button = Täglich
help-host = Du bist Quizmaster. Mit `/quiz stop` beendest du jedes Quiz, und **Überspringen** schließt eine Frage sofort, wenn du es drückst.
    - `/schedule add` lässt ein Quiz von selbst beginnen, jeden Tag oder an bestimmten Wochentagen, zehn Minuten vorher angekündigt. `/schedule list` zeigt sie, `/schedule remove` entfernt eines.
    - In einem Kanal läuft immer nur ein Quiz, aber in so vielen Kanälen und Threads, wie ihr wollt. Startet der Bot neu, geht jedes Quiz weiter, wo es war.
    .title = Quizze leiten
    .button = Leiten
help-settings = - `/settings`: die Rolle der Quizmaster, Kanäle und Pakete für Quizze, die Vorgaben für `/quiz start`, Sprache und Zeitzone. Unter Servereinstellungen → Integrationen legst du fest, wer welchen Befehl sieht.
    - `/leaderboard reset` beginnt eine neue Saison: alle fangen bei null an, die alte Rangliste bleibt erhalten.
help-own = `/question add` fügt eine eigene Frage hinzu: die Antworten, die gelten, eine pro Zeile, und falsche zur Auswahl, oder keine, wenn getippt werden soll.
    - Eine Vorschau zeigt sie so, wie sie gestellt wird.
    - `/question list`, `/question search` und `/question show` finden sie; `/question edit`, `/question remove` und `/question restore` ändern sie. Jede Änderung bleibt stehen, mit wer und wann.
    - `/question review` zeigt, was Mitglieder vorschlagen: annehmen, vorher bearbeiten oder mit einem Wort ablehnen.
    - `/question stats` zeigt, wie sich Fragen schlagen, die schlechtesten zuerst: übersprungen, selten richtig, gemeldet oder mit Antworten, die niemand wählt.
    - `/question reports` zeigt, was gemeldet wurde. Eine Berichtigung gilt für jede Frage aus demselben Fakt.
    - Sie kommen in den Quizzen dieses Servers neben den anderen vor, und sonst nirgends.
    .title = Eure eigenen Fragen
    .button = Eigene Fragen
help-packs = `/pack list` zeigt, wonach Quizze hier fragen können; `/pack show`, `/pack on` und `/pack off` ein Paket davon.
    - `/pack import` nimmt eine Datei mit Fragen eines anderen Bots oder Programms, zeigt, was importiert würde, und importiert es, sobald du zustimmst. `/pack undo` macht das rückgängig, `/pack remove` entfernt ein Paket, `/pack export` gibt dir eins als Datei.
    - `/fact add` fügt einem Paket einen Fakt hinzu: Daraus werden mehrere Arten von Fragen, die du vorher siehst. Mit `pack:` und einem neuen Titel beginnt er ein eigenes Paket, und `/fact relation` fasst eine neue Art von Fakten in Worte. `/fact list` zeigt eure Fakten und Berichtigungen, `/fact remove` nimmt eine zurück, `/fact restore` holt sie wieder.
    - Das alles gilt nur auf diesem Server.
    .title = Pakete und Fakten
    .button = Pakete
