"""Alembic's entry: runs the migrations on the connection that `matcher.store.schema` opened."""

from alembic import context

from matcher.store import app_tables  # noqa: F401 - it adds its tables
from matcher.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
context.run_migrations()
