"""First tables: people and their work, places, ESCO."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "candidates",
        sa.Column(
            "id", sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("age_band", sa.Text(), nullable=True),
        sa.Column("prior_occupation", sa.Text(), nullable=True),
        sa.Column("prior_sector", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("experience_months", sa.Integer(), nullable=True),
        sa.Column("skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("unlinked_skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("qualifications", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("registrations", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("max_travel_minutes", sa.Integer(), nullable=True),
        sa.Column("travel_mode", sa.Text(), nullable=True),
        sa.Column("driving_licence", sa.Boolean(), nullable=True),
        sa.Column("vehicle", sa.Boolean(), nullable=True),
        sa.Column("shifts", sa.Text(), nullable=True),
        sa.Column("hours_min", sa.Double(), nullable=True),
        sa.Column("hours_max", sa.Double(), nullable=True),
        sa.Column("pay_min_gbp_per_hour", sa.Double(), nullable=True),
        sa.Column("dbs_status", sa.Text(), nullable=True),
        sa.Column("right_to_work", sa.Text(), nullable=True),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("place_label", sa.Text(), nullable=True),
        sa.Column("place_lat", sa.Double(), nullable=True),
        sa.Column("place_long", sa.Double(), nullable=True),
        sa.Column("place_easting_m", sa.Double(), nullable=True),
        sa.Column("place_northing_m", sa.Double(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("place_radius_km", sa.Double(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("place_deprivation_decile", sa.Integer(), nullable=True),
        sa.Column("place_note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "deprivation",
        sa.Column("lsoa", sa.String(length=9), nullable=False),
        sa.Column("vintage", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("decile", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lsoa", "vintage"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "esco_broader",
        sa.Column(
            "narrower_uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "broader_uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("narrower_uri", "broader_uri"),
    )
    op.create_table(
        "esco_occupations",
        sa.Column(
            "uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("alt_labels", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("isco", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uri"),
    )
    op.create_table(
        "esco_relations",
        sa.Column(
            "occupation_uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "skill_uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("occupation_uri", "skill_uri"),
    )
    op.create_table(
        "esco_skills",
        sa.Column(
            "uri",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("alt_labels", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("skill_type", sa.Text(), nullable=False),
        sa.Column("reuse_level", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uri"),
    )
    op.create_table(
        "mappings",
        sa.Column(
            "name",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("columns", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index(("ix_mappings_kind"), "mappings", ["kind"], unique=False)
    op.create_table(
        "postcodes",
        sa.Column(
            "postcode",
            sa.String(length=8).with_variant(sa.String(length=8, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("long", sa.Double(), nullable=False),
        sa.Column("easting_m", sa.Integer(), nullable=False),
        sa.Column("northing_m", sa.Integer(), nullable=False),
        sa.Column("lsoa11", sa.String(length=9), nullable=True),
        sa.Column("lsoa21", sa.String(length=9), nullable=True),
        sa.Column("country", sa.String(length=20), nullable=True),
        sa.Column("terminated", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("postcode"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "providers",
        sa.Column(
            "id", sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("services", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("specialisms", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("local_authority", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("source_date", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(("ix_providers_name"), "providers", ["name"], unique=False)
    op.create_table(
        "vacancies",
        sa.Column(
            "id", sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("occupation", sa.Text(), nullable=True),
        sa.Column("role_family", sa.Text(), nullable=True),
        sa.Column("place_kind", sa.Text(), nullable=True),
        sa.Column("area", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("positions", sa.Integer(), nullable=False),
        sa.Column("essential_skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("optional_skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("unlinked_skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("shifts_all_required", sa.Text(), nullable=True),
        sa.Column("shifts_any_of", sa.Text(), nullable=True),
        sa.Column("hours_min", sa.Double(), nullable=True),
        sa.Column("hours_max", sa.Double(), nullable=True),
        sa.Column("guaranteed_hours", sa.Double(), nullable=True),
        sa.Column("contract", sa.Text(), nullable=True),
        sa.Column("pay_min_gbp_per_hour", sa.Double(), nullable=True),
        sa.Column("pay_max_gbp_per_hour", sa.Double(), nullable=True),
        sa.Column("pay_note", sa.Text(), nullable=True),
        sa.Column("dbs_level", sa.Text(), nullable=True),
        sa.Column("driving_licence", sa.Boolean(), nullable=True),
        sa.Column("vehicle", sa.Boolean(), nullable=True),
        sa.Column("min_age", sa.Integer(), nullable=True),
        sa.Column("min_age_reason", sa.Text(), nullable=True),
        sa.Column("registration", sa.Text(), nullable=True),
        sa.Column("experience_months", sa.Integer(), nullable=True),
        sa.Column("qualification", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("apply_url", sa.Text(), nullable=True),
        sa.Column("opens", sa.Date(), nullable=True),
        sa.Column("closes", sa.Date(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("place_label", sa.Text(), nullable=True),
        sa.Column("place_lat", sa.Double(), nullable=True),
        sa.Column("place_long", sa.Double(), nullable=True),
        sa.Column("place_easting_m", sa.Double(), nullable=True),
        sa.Column("place_northing_m", sa.Double(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("place_radius_km", sa.Double(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("place_deprivation_decile", sa.Integer(), nullable=True),
        sa.Column("place_note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "people",
        sa.Column(
            "candidate_id",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id"),
    )
    op.create_table(
        "referrals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "candidate_id",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "vacancy_id",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("next_action", sa.Text(), nullable=True),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancies.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(("ix_referrals_candidate_id"), "referrals", ["candidate_id"], unique=False)
    op.create_index(("ix_referrals_vacancy_id"), "referrals", ["vacancy_id"], unique=False)
    op.create_table(
        "shortlists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "candidate_id",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "vacancy_id",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_shortlists_pair", "shortlists", ["candidate_id", "vacancy_id"], unique=True)
    op.create_index(("ix_shortlists_vacancy_id"), "shortlists", ["vacancy_id"], unique=False)


def downgrade() -> None:
    op.drop_index(("ix_shortlists_vacancy_id"), table_name="shortlists")
    op.drop_index("ix_shortlists_pair", table_name="shortlists")
    op.drop_table("shortlists")
    op.drop_index(("ix_referrals_vacancy_id"), table_name="referrals")
    op.drop_index(("ix_referrals_candidate_id"), table_name="referrals")
    op.drop_table("referrals")
    op.drop_table("people")
    op.drop_table("vacancies")
    op.drop_index(("ix_providers_name"), table_name="providers")
    op.drop_table("providers")
    op.drop_table("postcodes")
    op.drop_index(("ix_mappings_kind"), table_name="mappings")
    op.drop_table("mappings")
    op.drop_table("esco_skills")
    op.drop_table("esco_relations")
    op.drop_table("esco_occupations")
    op.drop_table("esco_broader")
    op.drop_table("deprivation")
    op.drop_table("candidates")
