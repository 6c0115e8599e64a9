"""The demonstration: two sample pages, drawn pictures, and editors who have signed the reviews."""
