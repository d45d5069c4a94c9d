"""Longer rooms, and what is said in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "consultation",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("code_hash", sa.String(32), nullable=False, unique=True),
        sa.Column("secret_hash", sa.String(32), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_consultation_expires", "consultation", ["expires"])
    op.create_table(
        "remark",
        sa.Column("id", KEY, primary_key=True),
        sa.Column(
            "consultation",
            KEY,
            sa.ForeignKey("consultation.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("key_hash", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("place", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.UniqueConstraint("consultation", "key_hash"),
    )


def downgrade() -> None:
    """Take them away."""
    for table in ("remark", "consultation"):
        op.drop_table(table)
