"""The form by which readers report an error."""
