"""An edited Word file back into its source: read, compare, merge, show or write."""
