## /help: a section for each thing that one can do.

help-play = `/quiz start` opens a lobby in this channel: press **I’m in**, and the first question comes after ten seconds. Choose a pack, how many questions, how much time and how hard, or nothing at all.
    - After each question you see the right answer, the fact behind it and its source.
    - `/question suggest` sends a question of yours to the quizmasters; `/question mine` shows what became of it.
    - `/quiz stop` ends the quiz: for whoever started it, and for quizmasters. The points count.
    - `/quiz now` shows you the open question again, if you have scrolled away from it.
    - `/quiz history` lists the last ten quizzes, and `/quiz results` shows one of them in full.
    - `/leaderboard show`: who is best, of any day, week, month or year, and your own rank. `/stats`: all about your games. `/privacy`: your data, and whether you are listed for all servers.
    .title = How to play
    .button = Play
help-answer = Press a button: only you see what you chose. You can change it as long as the question is open.
    - If there are no buttons with choices, press **Answer** and type. Nobody else sees it. Or reply to the card with the @ on, for everybody to read: 🔒 means locked in, 🤏 means close, so say more.
    - **I was right** at the reveal has whoever started the quiz, or a quizmaster, decide about a typed answer. **Report a problem** tells the quizmasters.
    - Typos are forgiven; half an answer is asked for more.
    - **Hint** gives a clue and costs a quarter of the points. **Skip** closes the question once more than half of those who are playing have pressed it. `/quiz hint` and `/quiz skip` do the same.
    .title = How to answer
    .button = Answer
help-points = A right answer is worth 10, 20 or 30 points, for ★, ★★ or ★★★.
    - **Speed**: up to half as much again, by the time that was left.
    - **Streak**: a tenth more for each right answer in a row before this one, up to half.
    - **Hints**: a quarter less for each, but never less than a quarter.
    - Wrong answers cost nothing, but end your streak.
    .title = What counts
    .button = Points
help-daily = `/daily` asks you five questions a day, the same ones as everybody else in this server. Only you see them, and there is no clock: you can go on with `/daily` until midnight, in the time zone of this server.
    - Hints cost a quarter of the points; skipping a question costs nothing else.
    - Finish every day, and your streak 🔥 grows. **Share** gives you squares to show around, without the answers; **Board** shows the best of today, this month and all time.
    - To play alone as often as you like, use `/quiz start` in a direct message to me, or choose `where: direct messages`. It counts on no leaderboard of a server.
    - If whoever runs me allows it, you can also add me to your own account. Then `/quiz start` plays in your direct messages even in servers without me.
    .title = Every day, and alone
    .button = Daily
help-host = You are a quizmaster. You can stop any quiz with `/quiz stop`, and **Skip** closes a question at once when you press it.
    - `/schedule add` has a quiz start by itself, every day or on some days of the week, announced ten minutes before. `/schedule list` shows them, `/schedule remove` removes one.
    - One quiz runs in a channel at a time, in as many channels and threads as you like. If the bot restarts, every quiz goes on where it was.
    .title = Hosting quizzes
    .button = Host
help-settings = - `/settings`: the quizmasters' role, channels and packs for quizzes, the defaults of `/quiz start`, language and time zone. Under Server Settings → Integrations you choose who sees which command.
    - `/leaderboard reset` starts a new season: everybody begins at zero, and the old standings are kept.
help-own = `/question add` adds a question of your own: the answers that count, one per line, and wrong choices, or none if it is to be typed. A preview shows it as it will be asked.
    - `/question list`, `/question search` and `/question show` find them; `/question edit`, `/question remove` and `/question restore` change them. Every change is kept, with who and when.
    - `/question review` shows what members suggest: approve it, edit it first, or refuse it with a word.
    - `/question stats` shows how questions do, the worst first: skipped, rarely right, reported, or with choices that nobody takes.
    - `/question reports` shows what players have reported. A correction holds for every question made of the same fact.
    - They come up in this server's quizzes beside the others, and nowhere else.
    .title = Your own questions
    .button = Own questions
help-packs = `/pack list` shows what quizzes here can ask about; `/pack show`, `/pack on` and `/pack off` one pack of it.
    - `/pack import` takes a file of questions that another bot or tool wrote, shows what would be imported, and imports it once you confirm. `/pack undo` undoes it, `/pack remove` removes a pack, `/pack export` gives you one as a file.
    - `/fact add` adds a fact to a pack: it becomes questions of several kinds, which you see before it is kept. With `pack:` and a new title it begins a pack of your own, and `/fact relation` words a new sort of facts. `/fact list` shows facts and corrections, `/fact remove` takes one back, `/fact restore` brings it back.
    - All of it holds in this server alone.
    .title = Packs and facts
    .button = Packs
