"""The front page of the desk: what waits for whom, and how the issues stand."""
