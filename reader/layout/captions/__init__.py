"""Captions, the credits behind them, and the pictures of an article."""
