"""Files to model, collecting every problem."""

from .content import Loaded, load_content, load_plan
from .editions import load_editions

__all__ = ["Loaded", "load_content", "load_editions", "load_plan"]
