"""The task library, the rules that choose from it, and coverage both ways."""

from analysis.tasks.choose import Choice, ChosenTask, Deficit, choose
from analysis.tasks.deadline import LONGEST, Deadline
from analysis.tasks.library import Library, Task, read_library, reference_of
from analysis.tasks.rules import Choosing, read_choosing
from analysis.tasks.wording import WordedTask, citation, document_text, products_text, worded

__all__ = [
    "LONGEST",
    "Choice",
    "Choosing",
    "ChosenTask",
    "Deadline",
    "Deficit",
    "Library",
    "Task",
    "WordedTask",
    "choose",
    "citation",
    "document_text",
    "products_text",
    "read_choosing",
    "read_library",
    "reference_of",
    "worded",
]
