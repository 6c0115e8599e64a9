"""Articles: their page, their photos, the words marked in them."""
