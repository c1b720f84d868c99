"""Outcomes of referrals, measured journeys, how skills were shown, and ESCO's links between skills."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("candidates") as batch:
        batch.add_column(sa.Column("skill_evidence", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "esco_skill_links",
        sa.Column("original_uri", _text(200), nullable=False),
        sa.Column("related_uri", _text(200), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("original_uri", "related_uri"),
    )
    op.create_table(
        "travel_times",
        sa.Column("origin", _text(8), nullable=False),
        sa.Column("destination", _text(8), nullable=False),
        sa.Column("mode", _text(8), nullable=False),
        sa.Column("minutes", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "destination", "mode"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outcomes",
        sa.Column("candidate_id", _text(200), nullable=False),
        sa.Column("vacancy_id", _text(200), nullable=False),
        sa.Column("stage", _text(20), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id", "vacancy_id", "stage"),
    )
    op.create_index("ix_outcomes_vacancy_id", "outcomes", ["vacancy_id"])


def downgrade() -> None:
    op.drop_table("outcomes")
    op.drop_table("travel_times")
    op.drop_table("esco_skill_links")
    with op.batch_alter_table("candidates") as batch:
        batch.drop_column("skill_evidence")
