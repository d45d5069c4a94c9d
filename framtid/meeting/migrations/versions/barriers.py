"""Barriers that are reported."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "barrier_report",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("key_hash", sa.String(32), nullable=False, unique=True),
        sa.Column("node", sa.String(40), nullable=False),
        sa.Column("rule", sa.String(160), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("place", sa.String(10), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("sent", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_barrier_report_sent", "barrier_report", ["sent"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("barrier_report")
