"""Pages that are whole without a script, to read and to print."""
