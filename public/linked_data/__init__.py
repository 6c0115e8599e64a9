"""What pages tell programs about their records, in schema.org's terms."""
