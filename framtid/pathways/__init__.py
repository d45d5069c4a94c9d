"""The outlook of a place: past and possible futures."""
