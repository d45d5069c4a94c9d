"""Rooms, ballots and comments."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "room",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("code_hash", sa.String(32), nullable=False, unique=True),
        sa.Column("secret_hash", sa.String(32), nullable=False),
        sa.Column("place", sa.String(10), nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("agenda", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False),
        sa.Column("revealed", sa.Text, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_room_expires", "room", ["expires"])
    op.create_table(
        "ballot",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("room", KEY, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("voter_hash", sa.String(32), nullable=False),
        sa.Column("answer", sa.String(10), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("room", "question", "voter_hash"),
    )
    op.create_table(
        "comment",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("room", KEY, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key_hash", sa.String(32), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.UniqueConstraint("room", "key_hash"),
    )
    op.create_index("ix_comment_room", "comment", ["room"])


def downgrade() -> None:
    """Take them away."""
    for table in ("comment", "ballot", "room"):
        op.drop_table(table)
