"""How an article is cited, in each form that people and programs ask for."""
