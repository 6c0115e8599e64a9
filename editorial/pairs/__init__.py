"""People of near names: found by indexes, shown side by side, decided by an editor."""
