"""Where a new reading and corrections disagree: three columns, to choose from."""
