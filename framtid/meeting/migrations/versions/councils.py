"""What the councils are asked, and the path that an answer sets."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; rooms that are open have played nothing yet."""
    for name, kind in (("council", sa.String(40)), ("game", sa.Text)):
        op.add_column("room", sa.Column(name, kind, nullable=False, server_default=""))
    op.add_column("ballot", sa.Column("path", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("ballot", "path")
    for name in ("game", "council"):
        op.drop_column("room", name)
