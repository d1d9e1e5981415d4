"""Questions that people have written elsewhere: files of any of the known formats -> entries, and back.

``read_list`` reads a file, ``Planner`` says what importing it would do, ``question_of`` makes a question of
an entry and ``write_list`` a file of entries. Nothing here raises because of what a file holds.
"""

from questions.interchange.formats import TITLES, Format, Target
from questions.interchange.lists.asking import ANY_LEVEL, QuestionList, answer_of, question_of
from questions.interchange.lists.corrected import CorrectedEntries, corrected_entry
from questions.interchange.lists.entry import Entry, Placed, Problem
from questions.interchange.lists.nearness import Near, Prompts
from questions.interchange.lists.planning import Kept, Plan, Planner
from questions.interchange.lists.reading import ListFile, read_list
from questions.interchange.lists.writing import write_list

__all__ = [
    "ANY_LEVEL",
    "TITLES",
    "CorrectedEntries",
    "Entry",
    "Format",
    "Kept",
    "ListFile",
    "Near",
    "Placed",
    "Plan",
    "Planner",
    "Problem",
    "Prompts",
    "QuestionList",
    "Target",
    "answer_of",
    "corrected_entry",
    "question_of",
    "read_list",
    "write_list",
]
