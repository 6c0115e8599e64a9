"""What waits for a second person: asked for by any screen, decided on one of its own."""
