"""What the pages of a congress show: plan, filters, figures, matrix, ties, elections."""
