"""Readers of a story document."""
