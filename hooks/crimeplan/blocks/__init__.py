"""Blocks: which there are, what fills them, and what is wrong with a marker that asks for one."""

from .check import Known, check_markers, known_names
from .registry import BLOCKS, Block

__all__ = ["BLOCKS", "Block", "Known", "check_markers", "known_names"]
