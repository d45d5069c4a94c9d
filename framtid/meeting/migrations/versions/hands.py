"""The hands that were counted, so that whoever leads the room has the same."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; in rooms that are open no hand has been told of."""
    op.add_column("room", sa.Column("hands", sa.Text, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("room", "hands")
