"""What a fact sheet is: models, value types, themes. Knows nothing of any format."""
