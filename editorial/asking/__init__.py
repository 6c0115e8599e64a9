"""What a person asks for and a second one confirms before readers see it."""
