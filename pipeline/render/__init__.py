"""Renderers: each turns the tree into one format and reads it back."""
