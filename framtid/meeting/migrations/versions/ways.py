"""The path that a meeting has chosen so far, so that its phones are given the link."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; rooms that are open have chosen nothing yet."""
    op.add_column("room", sa.Column("way", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("room", "way")
