"""Courses, checks and volunteering that providers of training offer."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _words(name: str, *, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=True)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=True)


def _names(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=True)


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column(
            "id", sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"), nullable=False
        ),
        _words("label", nullable=False),
        _words("plain"),
        _words("kind", nullable=False),
        _words("provider"),
        _names("gains"),
        _names("unlinked_gains"),
        _words("qualification"),
        _words("registration"),
        _names("clears"),
        _words("dbs_status"),
        _words("prerequisites"),
        _words("starts_when", nullable=False),
        _whole("level"),
        _number("duration_weeks"),
        _number("hours_per_week"),
        _number("learning_hours"),
        _words("delivery"),
        _number("cost_to_learner_gbp"),
        _number("cost_gbp"),
        _words("paid_by"),
        _words("funding"),
        _words("pay"),
        _number("pay_gbp_per_hour"),
        _whole("min_age"),
        _whole("max_age"),
        _words("benefits"),
        _words("residence"),
        _names("nations"),
        sa.Column("guaranteed_interview", sa.Boolean(), nullable=True),
        _names("starts"),
        _whole("seats"),
        _words("source"),
        _words("source_date"),
        _words("url"),
        _words("confidence"),
        _words("postcode"),
        _words("place_label"),
        _number("place_lat"),
        _number("place_long"),
        _number("place_easting_m"),
        _number("place_northing_m"),
        _words("place_precision"),
        _number("place_radius_km"),
        _words("place_country"),
        _whole("place_deprivation_decile"),
        _words("place_note"),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("courses")
