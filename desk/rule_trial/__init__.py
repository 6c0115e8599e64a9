"""What a rule would doubt, shown before it is switched on."""
