## The slash commands as Discord lists them: at most 100 characters each. Attributes are their options.

command-quiz = Play a quiz in this channel
command-quiz-start = Start a quiz in this channel
    .pack = What the questions are about
    .rounds = How many questions
    .seconds = How many seconds each question is open
    .level = How hard the questions are
    .spoilers = Whether questions may give away the plot
    .lobby = Seconds in which players gather before the first question; 0 for none
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
