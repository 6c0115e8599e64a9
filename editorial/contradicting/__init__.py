"""The rules that compare the facts of an article with each other and with what is public."""
