## The slash commands as Discord lists them: at most 100 characters each. Attributes are their options.

command-quiz = Play a quiz in this channel
command-quiz-start = Start a quiz in this channel
    .pack = What the questions are about
    .rounds = How many questions
    .seconds = How many seconds each question is open
    .level = How hard the questions are
    .spoilers = Whether questions may give away the plot
command-quiz-stop = Stop the quiz in this channel
command-leaderboard = Show this server's top ten and your own rank
    .period = The period that counts
command-question = This server's own questions
command-question-add = Add a question to this server's quizzes
command-question-list = Show this server's own questions and their answers
command-question-remove = Remove one of this server's own questions
    .question = Type part of the question to find it
command-settings = Set how quizzes are played in this server
command-help = How to play, and what the commands do

option-easy = easy
option-medium = medium
option-hard = hard
option-any = any
option-day = day
option-week = week
option-month = month
option-all-time = all time

help = **Play** · `/quiz start` starts a quiz in this channel. Whoever started it, or a quizmaster, can end it with `/quiz stop`.
    Press a button to answer. Only you see your choice, and you can change it as long as the question is open. Once everybody who is playing has answered, it closes after two seconds.
    If there are no choices, press **Answer**; nobody sees what you type there. Or reply to the card with the @ on, where everybody can read it: 🔒 means locked in, 🤏 means close, so say more.
    { "**Hint**" } helps only you, and costs you a quarter of the question's points. **Skip** closes the question once more than half of those who are playing have pressed it, or at once if the quiz's starter or a quizmaster does. They can also go to the **Next** question early.
    { "**Points**" } · Harder questions are worth more; quick answers and streaks of right answers earn a bonus. `/leaderboard` shows who leads.
    { "**Quizmasters**" } are members with the Manage Server permission. They can add questions of their own: `/question add`, `/question list`, `/question remove`. Members who can manage the server choose how quizzes are played in it: `/settings`.
    After each question you see the fact behind the answer and its source.
