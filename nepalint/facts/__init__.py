"""What the text claims: dates, names, passages in another language."""
