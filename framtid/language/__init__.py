"""What a reader reads: texts per language, number forms and names in running text."""

from framtid.language.texts import Language, MissingTextError, language_of, on_one_line
from framtid.language.trends import trend

__all__ = ["Language", "MissingTextError", "language_of", "on_one_line", "trend"]
