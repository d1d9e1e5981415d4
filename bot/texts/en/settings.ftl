## What a server's admins read in /settings.

settings-title = ## Settings of this server
settings-who = Who, where and what
settings-quiz = Quiz defaults
settings-language = Language, time and pictures
settings-reset = Reset
settings-reset-question = Go back to the defaults for all of this?
settings-reset-all = Reset everything
settings-keep = Cancel

setting-quizmasters = Quizmasters
    .about = Can stop and skip any quiz and add questions. Members with Manage Server always can.
setting-channels = Channels for quizzes
    .about = Threads count as part of their channel. Choose none to allow all.
setting-packs = Packs
    .about = What quizzes can ask about.
setting-allowed = Also allowed
    .about = What members may start besides ordinary quizzes.
setting-left = Mark members who left
    .about = On leaderboards. The bot finds out little by little, as they are shown.
setting-rounds = Questions
setting-seconds = Time for a question
setting-level = Level
setting-spoilers = Spoilers
setting-pause-seconds = Pause after an answer
setting-language = Language
    .about = For messages that everybody sees. Private ones are in each member's own language.
setting-pictures = Pictures
    .about = Leaderboards and the podium at the end of a quiz. Without pictures they come as text.
setting-zone = Time zone
    .about = A large city or a zone, like Berlin or America/New_York.

quizmasters-managers = members with Manage Server
quizmasters-role = { $role }, and members with Manage Server
channels-all = all
packs-all = all
allowed-daily = the daily quiz
allowed-race = races
allowed-solo = quizzes alone, in direct messages
allowed-none = nothing else
race-off = Races are switched off in this server. Choose another style.
solo-off = Quizzes in direct messages cannot be started from this server. Start one in a direct message to me.
yes = yes
no = no
seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
pause-by-length = by its length
language-of-discord = The server's language in Discord
language-from-discord = { $name }, as in Discord
zone-now = { $zone }, now { $time }
zone-unknown = There is no time zone “{ $typed }”. Nothing has changed. Enter a large city, or a zone like Europe/Berlin.
zone-unknown-near = There is no time zone “{ $typed }”. Nothing has changed. Did you mean { $zones }?

channel-not-for-quizzes = Quizzes are not allowed in this channel. Play in { $channels }.
