"""The words and formats of one language: catalogues, numbers, dates, direction."""

from .catalogues import Catalogue, Coverage, Untranslated, load_catalogue
from .formats import FigureText, Formats, Piece, WhenText, split_pieces
from .locale import Locale, Text, load_locale

__all__ = [
    "Catalogue",
    "Coverage",
    "FigureText",
    "Formats",
    "Locale",
    "Piece",
    "Text",
    "Untranslated",
    "WhenText",
    "load_catalogue",
    "load_locale",
    "split_pieces",
]
