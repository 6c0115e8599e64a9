"""One record of a person proves to be two people."""
