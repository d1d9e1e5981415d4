## Die Befehle, wie Discord sie zeigt: höchstens 100 Zeichen. Attribute sind ihre Optionen.

command-quiz = Ein Quiz in diesem Kanal spielen
command-quiz-start = Ein Quiz in diesem Kanal starten
    .pack = Worum es in den Fragen geht
    .rounds = Wie viele Fragen
    .seconds = Wie viele Sekunden eine Frage offen ist
    .level = Wie schwer die Fragen sind
    .spoilers = Ob Fragen die Handlung verraten dürfen
    .lobby = Sekunden, in denen sich alle vor der ersten Frage sammeln; 0 für keine
command-quiz-stop = Das Quiz in diesem Kanal beenden
command-leaderboard = Die Top Ten dieses Servers und deinen eigenen Platz zeigen
    .period = Der Zeitraum, der zählt
command-question = Die eigenen Fragen dieses Servers
command-question-add = Eine Frage zu den Quizzen dieses Servers hinzufügen
command-question-list = Die eigenen Fragen dieses Servers und ihre Antworten zeigen
command-question-remove = Eine der eigenen Fragen dieses Servers entfernen
    .question = Tippe einen Teil der Frage, um sie zu finden
command-settings = Festlegen, wie auf diesem Server gespielt wird
command-help = Wie man spielt und was die Befehle tun

option-easy = leicht
option-medium = mittel
option-hard = schwer
option-any = egal
option-day = Tag
option-week = Woche
option-month = Monat
option-all-time = gesamt
