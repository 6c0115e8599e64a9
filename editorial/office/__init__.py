"""How the work of the office stands: what waits for whom, and how many errors the paper had."""
