"""The words that state a fact, typed or marked in an article where the fact is edited."""
