"""A debate in one room: its agenda, what is asked, what is answered, and where that leads."""
