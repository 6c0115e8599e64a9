"""What stands beside the names of people: who is told from whom, posts, photos."""
