"""What Alembic runs: the steps that are missing, in the transaction that is open."""

from alembic import context

from framtid.meeting.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
