"""What is stated of the business of a meeting: bodies, decisions, visits, elections, terms."""
