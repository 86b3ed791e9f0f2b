"""The police and crime plan as data: a model, its rules, its words and its blocks.

This package is pure. It never imports mkdocs, reads no clock and logs nothing;
what it needs from outside (folders, the day to judge by) comes in as arguments.
The modules stand above one another: problems, model, load, progress, l10n,
views, render, exports.
"""
