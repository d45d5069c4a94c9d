"""Fresh figures from Statistics Norway: asked for, read, checked and put in place."""
