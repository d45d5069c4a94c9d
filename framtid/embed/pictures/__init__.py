"""A view as a picture of its own."""
