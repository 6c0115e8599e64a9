"""The rows of people and photos that readers' lists read."""
