"""Frozen view models: all that a template may see, worked out and worded in one language."""
