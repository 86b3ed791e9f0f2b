"""Search: what can be found in the finished site, its words folded for the index and the query."""

from .check import check_pages_found
from .folding import Folding, folding_of
from .index import IndexEntry, everyday_words, index_entries
from .records import Record, records_of

__all__ = [
    "Folding",
    "IndexEntry",
    "Record",
    "check_pages_found",
    "everyday_words",
    "folding_of",
    "index_entries",
    "records_of",
]
