"""Articles with what stands in them: their page, their photos, the words marked in them."""
