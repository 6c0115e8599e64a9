"""How this site writes days where Django's own way of a language is not that of its newspapers."""
