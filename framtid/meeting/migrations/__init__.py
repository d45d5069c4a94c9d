"""How the tables of the rooms came to be as they are, step by step; Alembic goes through them."""
