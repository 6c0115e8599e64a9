"""Words that were typed and not saved: kept as drafts, shown again when one returns."""
