"""List queries that return frozen rows, one module per family of screens."""
