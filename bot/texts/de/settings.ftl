## Was die Admins eines Servers in /settings lesen.

settings-title = ## Einstellungen dieses Servers
settings-who = Wer, wo und was
settings-quiz = Vorgaben für Quizze
settings-language = Sprache, Zeit und Bilder
settings-reset = Zurücksetzen
settings-reset-question = Das alles auf die Vorgaben zurücksetzen?
settings-reset-all = Alles zurücksetzen
settings-keep = Abbrechen

setting-quizmasters = Quizmaster
    .about = Dürfen jedes Quiz beenden und Fragen schreiben. Mit „Server verwalten“ darf man das immer.
setting-channels = Kanäle für Quizze
    .about = Threads zählen zu ihrem Kanal. Wähle keinen, um alle zu erlauben.
setting-packs = Pakete
    .about = Worum es in Quizzen gehen darf.
setting-allowed = Außerdem erlaubt
    .about = Was Mitglieder neben gewöhnlichen Quizzen starten können.
setting-left = Ehemalige kennzeichnen
    .about = In Ranglisten. Der Bot merkt es nach und nach, wenn sie dort erscheinen.
setting-rounds = Fragen
setting-seconds = Zeit für eine Frage
setting-level = Stufe
setting-spoilers = Spoiler
setting-pause-seconds = Pause nach einer Auflösung
setting-language = Sprache
    .about = Für das, was alle sehen. Private Nachrichten kommen in der Sprache des Mitglieds.
setting-pictures = Bilder
    .about = Ranglisten und das Podest am Ende eines Quiz. Ohne Bilder kommen sie als Text.
setting-zone = Zeitzone
    .about = Eine große Stadt oder eine Zone, wie Berlin oder America/New_York.

quizmasters-managers = Mitglieder mit „Server verwalten“
quizmasters-role = { $role }, und Mitglieder mit „Server verwalten“
channels-all = alle
packs-all = alle
allowed-daily = das tägliche Quiz
allowed-race = Wettrennen
allowed-solo = Quizze allein, in Direktnachrichten
allowed-none = nichts weiter
race-off = Wettrennen sind auf diesem Server ausgeschaltet. Wähle eine andere Art.
solo-off = Von diesem Server aus kann man kein Quiz in Direktnachrichten starten. Starte eins in einer Direktnachricht an mich.
yes = ja
no = nein
seconds = { $count ->
    [one] 1 Sekunde
   *[other] { $count } Sekunden
}
pause-by-length = nach ihrer Länge
language-of-discord = Die Sprache des Servers in Discord
language-from-discord = { $name }, wie in Discord
zone-now = { $zone }, dort ist es { $time }
zone-unknown = Es gibt keine Zeitzone „{ $typed }“. Nichts wurde geändert. Gib eine große Stadt ein, oder eine Zone wie Europe/Berlin.
zone-unknown-near = Es gibt keine Zeitzone „{ $typed }“. Nichts wurde geändert. Meinst du { $zones }?

channel-not-for-quizzes = In diesem Kanal sind Quizze nicht erlaubt. Spielt in { $channels }.
