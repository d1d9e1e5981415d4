## The slash commands as Discord lists them: at most 100 characters each. Attributes are their options.

command-quiz = Play a quiz in this channel
command-quiz-start = Start a quiz in this channel
    .pack = What the questions are about
    .rounds = How many questions
    .seconds = How long each question is open
    .level = How hard the questions are
    .spoilers = Whether questions may give away the plot
command-quiz-stop = Stop the quiz in this channel
command-leaderboard = See this server's top ten and your own rank
    .period = The time that counts
command-question = This server's own questions
command-question-add = Write a question that is asked in this server's quizzes
command-question-list = See this server's own questions, with their answers
command-question-remove = Take one of this server's own questions away
    .question = The question, found by its words
command-help = How to play, and what the commands do

option-easy = easy
option-medium = medium
option-hard = hard
option-any = any
option-day = day
option-week = week
option-month = month
option-all-time = all time

help = **Play** · `/quiz start` begins a quiz in this channel. `/quiz stop` ends it: whoever started it may, or a quizmaster.
    Press a button to answer. Only you see your choice, and you may change it until the clock runs out.
    Where there are no choices, press **Answer**; nobody sees what you type there. Or reply to the card for all to see, and leave the @ on: 🔒 says that it is locked in, 🤏 that it is close and wants more.
    { "**Hint**" } helps everybody; **Skip** closes the question once more than half of the players ask for it, or whoever started the quiz, or a quizmaster.
    { "**Points**" } · harder questions give more; quick answers and streaks of right ones earn a bonus. `/leaderboard` shows who leads.
    { "**Quizmasters**" } are the members who may manage this server. They write its own questions: `/question add`, `/question list`, `/question remove`.
    After each question you see the fact behind the answer, and its source.
