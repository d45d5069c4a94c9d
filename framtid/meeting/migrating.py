"""Bringing the tables of the rooms up to date, whichever of several processes comes first."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from framtid.meeting.errors import RoomsVersionError

MIGRATIONS = Path(__file__).with_name("migrations")
LOCK = 20_402_040
"""PostgreSQL's lock for one migration at a time: any number that nobody else uses."""


def bring_up_to_date(engine: Engine) -> None:
    """Upgrade the tables where they are older than this program; raises as ``connect`` does.

    One that finds them as they should be takes no lock, and asks for no right to change them.
    """
    scripts = ScriptDirectory.from_config(_config())
    newest = scripts.get_current_head() or ""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found == newest:
        return
    if found and found not in {script.revision for script in scripts.walk_revisions()}:
        raise RoomsVersionError(found, newest)
    try:
        upgrade(engine)
    except ProgrammingError as error:  # the user of the database may not change tables
        raise RoomsVersionError(found or "none", newest) from error


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date; several processes may try at once."""
    config = _config()
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
