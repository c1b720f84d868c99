"""Making the tables and bringing older databases up to date."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from matcher.errors import StoreError

__all__ = ["migrate"]

# Any number will do, as long as nobody else who shares the server uses it.
_MIGRATION_LOCK = 7_281_993


def migrate(engine: Engine) -> None:
    """Bring the database to the newest version; safe to repeat, and for two programs at once.

    Raises
    ------
    StoreError
        The database was made by a newer version of the program.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        _refuse_newer(connection, ScriptDirectory.from_config(config))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _refuse_newer(connection: Connection, scripts: ScriptDirectory) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    for revision in MigrationContext.configure(connection).get_current_heads():
        if revision not in known:
            raise StoreError(
                f"The database is of version {revision}, which this carematch does not know: it was made by a newer "
                "one. Update the program (pip install --upgrade carematch), or use another database."
            )
