"""The story of one article: all that was done to it, with undo and going back."""
