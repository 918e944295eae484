"""A plan as a Word document: a template drafters edit in Word, filled safely and checked after."""

from analysis.document.context import strings
from analysis.document.reading import paragraphs_of
from analysis.document.render import render_plan

__all__ = ["paragraphs_of", "render_plan", "strings"]
