"""Blocks: which there are, what fills them, and what is wrong with a marker that asks for one."""

from .check import check_markers
from .registry import BLOCKS, Block

__all__ = ["BLOCKS", "Block", "check_markers"]
