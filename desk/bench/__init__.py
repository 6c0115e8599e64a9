"""The workbench of a page: what was delivered, the articles read from it, and what is doubted."""
