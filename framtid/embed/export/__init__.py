"""Every embed as static files."""
