"""Which sentences of an article state an event: its times, each in its sentence."""
