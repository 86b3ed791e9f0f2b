"""Synthetic plans of any size, builds of them in turn, and what finished pages weigh."""
