"""What is marked in the words of blocks, and where it stands when they are laid out anew."""
