"""Deciding by cases: findings of one cause are one case, decided once."""
