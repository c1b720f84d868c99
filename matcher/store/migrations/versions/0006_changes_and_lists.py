"""What has changed since somebody looked, and the lists of who is matched best."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _text(length: int) -> sa.String:
    return sa.String(length=length).with_variant(sa.String(length=length, collation="C"), "postgresql")


def _make_lists(table: str, key: str, of: str) -> None:
    op.create_table(
        table,
        sa.Column(key, _text(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("others", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("scores", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint([key], [f"{of}.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(key),
    )


def upgrade() -> None:
    op.create_table(
        "record_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", _text(20), nullable=False),
        sa.Column("record_id", _text(200), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_record_changes_at", "record_changes", ["at"], unique=False)
    _make_lists("candidate_lists", "candidate_id", "candidates")
    _make_lists("vacancy_lists", "vacancy_id", "vacancies")


def downgrade() -> None:
    op.drop_table("vacancy_lists")
    op.drop_table("candidate_lists")
    op.drop_index("ix_record_changes_at", table_name="record_changes")
    op.drop_table("record_changes")
