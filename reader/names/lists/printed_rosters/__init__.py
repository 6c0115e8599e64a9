"""Lists that print nothing but names: rosters under labels, rows in columns."""
