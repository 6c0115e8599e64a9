"""What readers say is wrong: taken as findings, and answered."""
