"""Colleagues by name."""

from __future__ import annotations

from django import template

from desk.forms.editor_names import name_of

register = template.Library()
register.filter(name_of)
