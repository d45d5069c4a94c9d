"""The tables of the rooms: nothing in them says who anybody is."""

from sqlalchemy import BigInteger, Boolean, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Key = BigInteger().with_variant(Integer, "sqlite")
HASH = String(32)
NAME = String(40)


class Base(DeclarativeBase):
    """All tables."""


class RoomRow(Base):
    """A room: what is asked in it, and where the meeting is. Times are seconds since 1970, UTC."""

    __tablename__ = "room"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    code_hash: Mapped[str] = mapped_column(HASH, unique=True)
    secret_hash: Mapped[str] = mapped_column(HASH)
    place: Mapped[str] = mapped_column(String(10))
    length: Mapped[int] = mapped_column(Integer)
    agenda: Mapped[str] = mapped_column(Text)
    """The steps as JSON: a meeting keeps its agenda also when the files change."""
    at: Mapped[int] = mapped_column(Integer, default=0)
    turn: Mapped[int] = mapped_column(BigInteger, default=0)
    revealed: Mapped[str] = mapped_column(Text, default="[]")
    """The questions whose answers have been shown, as JSON."""
    council: Mapped[str] = mapped_column(NAME, default="", server_default="")
    """What the council decides that is on the screen; empty where none does."""
    game: Mapped[str] = mapped_column(Text, default="", server_default="")
    """The code of the game of four councils, as far as the meeting has played it."""
    way: Mapped[str] = mapped_column(Text, default="", server_default="")
    """The code of the path that the meeting has chosen so far, which the phones are given."""
    hands: Mapped[str] = mapped_column(Text, default="{}", server_default="{}")
    """Raised hands by question, as JSON: numbers that who leads has counted."""
    created: Mapped[int] = mapped_column(BigInteger)
    expires: Mapped[int] = mapped_column(BigInteger, index=True)


class BallotRow(Base):
    """One answer to one question; the voter is a hash of a number that only a phone has."""

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("room", "question", "voter_hash"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    room: Mapped[int] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(NAME)
    voter_hash: Mapped[str] = mapped_column(HASH)
    answer: Mapped[str] = mapped_column(String(10))
    path: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Where the levers should stand, where that is what is asked."""
    role: Mapped[str] = mapped_column(NAME, default="")
    turn: Mapped[int] = mapped_column(BigInteger)
    """How many times the phone has answered: of two answers the later counts, not the last come."""


class CommentRow(Base):
    """What somebody wrote, about one screen."""

    __tablename__ = "comment"
    __table_args__ = (UniqueConstraint("room", "key_hash"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    room: Mapped[int] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(HASH)
    """Of a number that the phone gives the comment, so that one sent twice is one."""
    step: Mapped[str] = mapped_column(NAME)
    text: Mapped[str] = mapped_column(Text)
    hidden: Mapped[bool] = mapped_column(Boolean, default=False)


class ConsultationRow(Base):
    """A longer room: weeks in which municipalities say what they think of what is told."""

    __tablename__ = "consultation"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    code_hash: Mapped[str] = mapped_column(HASH, unique=True)
    secret_hash: Mapped[str] = mapped_column(HASH)
    title: Mapped[str] = mapped_column(String(120))
    shared: Mapped[bool] = mapped_column(Boolean)
    """Whether all who have the code may read what has been said."""
    expires: Mapped[int] = mapped_column(BigInteger, index=True)


class RemarkRow(Base):
    """What somebody said of a step, a lever or a figure, and for which municipality."""

    __tablename__ = "remark"
    __table_args__ = (UniqueConstraint("consultation", "key_hash"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    consultation: Mapped[int] = mapped_column(ForeignKey("consultation.id", ondelete="CASCADE"))
    key_hash: Mapped[str] = mapped_column(HASH)
    """Of a number that the form was given, so that one sent twice is one."""
    subject: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    hidden: Mapped[bool] = mapped_column(Boolean)


class ReportRow(Base):
    """A barrier that somebody has reported; nothing but what is written in it says who."""

    __tablename__ = "barrier_report"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - as SQLAlchemy reads it
    # So that a number that a moderator has read is never given to another text.

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    key_hash: Mapped[str] = mapped_column(HASH, unique=True)
    """Of a number that the form was given, so that one sent twice is one; who has it may delete."""
    node: Mapped[str] = mapped_column(NAME)
    """A barrier of the causal map; empty for none of them."""
    rule: Mapped[str] = mapped_column(String(160))
    text: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(String(10))
    """Code of a municipality; empty where none was told."""
    language: Mapped[str] = mapped_column(String(2))
    """Of the page that it was written on."""
    state: Mapped[str] = mapped_column(String(10))
    sent: Mapped[int] = mapped_column(BigInteger, index=True)
    """The day, as its first second since 1970, UTC; not when on the day."""
