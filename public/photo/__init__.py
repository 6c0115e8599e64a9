"""Which photos are asked for, and which photo goes with which event."""
