"""Files to model, collecting every problem."""

from .content import Loaded, load_content, load_plan

__all__ = ["Loaded", "load_content", "load_plan"]
