"""Draws the questions of a quiz from packs and from what a server wrote: the interesting first, well mixed.

Never, however few there are: a fact twice in one quiz, another level, topic or style than was asked for, an
unwanted spoiler. As far as there are questions for it, in the order in which it is given up:

1. the more of the players skip a question, the more rarely it comes up
2. kinds and topics alternate, and no kind takes more than its share
3. at most a quarter of the packs' questions are to be typed, half of them in a hard quiz; some without the
   choices that they have, which makes them a level harder; all of them where that is the style
4. at most 15 % are true or false
5. no answer and no prompt comes up twice
6. no question that the channel has seen before; then those come first that it has not seen for longest
7. no answer stands in what an earlier question has shown: its prompt, its clues, its statement
"""

from questions.bank.bank import Bank
from questions.bank.experience import Experience, Form
from questions.bank.request import QuizRequest, Style

__all__ = ["Bank", "Experience", "Form", "QuizRequest", "Style"]
