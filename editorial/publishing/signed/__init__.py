"""What is signed of an article: words, marks and facts, and their digest."""
