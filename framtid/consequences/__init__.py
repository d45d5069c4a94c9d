"""What a population needs."""
