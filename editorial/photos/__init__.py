"""What editors do to a photo: say what it shows and who took it, move it, let it go."""
