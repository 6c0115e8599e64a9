"""A photo at the desk: its page, its thumbnail wherever it is met, and pictures that look alike."""
