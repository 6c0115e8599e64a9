"""Steps: what a person's act changed is seen by comparison, written with it, and can be undone."""
