"""What matters most, computed once more by other code."""
