"""Accounts, decisions, drafts, background jobs and the audit log of the web app."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_REFUSE_SQLITE = """
CREATE TRIGGER audit_no_{verb} BEFORE {verb} ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END
"""
_REFUSE_POSTGRESQL = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
"""


def _id_text() -> sa.String:
    return sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql")


def _moment(name: str, *, nullable: bool) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _close_the_audit_log() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_REFUSE_POSTGRESQL)
        return
    for verb in ("update", "delete"):
        op.execute(_REFUSE_SQLITE.format(verb=verb))


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        _moment("at", nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("candidate_id", _id_text(), nullable=True),
        sa.Column("vacancy_id", _id_text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_audit_account_id", "audit", ["account_id"], unique=False)
    op.create_index("ix_audit_action", "audit", ["action"], unique=False)
    op.create_index("ix_audit_candidate_id", "audit", ["candidate_id"], unique=False)
    op.create_table(
        "settings",
        sa.Column("name", _id_text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", _id_text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("team", sa.Text(), nullable=True),
        sa.Column("candidate_id", _id_text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="0", nullable=False),
        sa.Column("link_hash", sa.Text(), nullable=True),
        _moment("link_expires_at", nullable=True),
        _moment("made_at", nullable=False),
        _moment("last_seen_at", nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("candidate_id"),
        sa.UniqueConstraint("email"),
    )
    op.create_index("ix_accounts_link_hash", "accounts", ["link_hash"], unique=False)
    op.create_table(
        "alerts_sent",
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("vacancy_id", _id_text(), nullable=False),
        _moment("sent_at", nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id", "vacancy_id"),
    )
    op.create_table(
        "declined",
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("vacancy_id", _id_text(), nullable=False),
        _moment("made_at", nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id", "vacancy_id"),
    )
    op.create_table(
        "own_settings",
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("weekly_ceiling_gbp", sa.Double(), nullable=True),
        sa.Column("alerts", sa.Text(), nullable=True),
        sa.Column("unsubscribe_token", sa.Text(), nullable=True),
        _moment("alerted_at", nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id"),
        sa.UniqueConstraint("unsubscribe_token"),
    )
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("token_hash", _id_text(), nullable=False),
        sa.Column("scopes", sa.JSON(none_as_null=True), nullable=False),
        _moment("made_at", nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        _moment("used_at", nullable=True),
        _moment("ended_at", nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_api_tokens_account_id", "api_tokens", ["account_id"], unique=False)
    op.create_table(
        "cases",
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("advisor_id", sa.Integer(), nullable=True),
        sa.Column("team", sa.Text(), nullable=True),
        sa.Column("shared", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        _moment("made_at", nullable=False),
        sa.ForeignKeyConstraint(["advisor_id"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id"),
    )
    op.create_table(
        "drafts",
        sa.Column("id", _id_text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("answers", sa.JSON(none_as_null=True), nullable=False),
        _moment("changed_at", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_drafts_account_id", "drafts", ["account_id"], unique=False)
    op.create_table(
        "introductions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("vacancy_id", _id_text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        _moment("asked_at", nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        _moment("answered_at", nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["asked_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_introductions_candidate_id", "introductions", ["candidate_id"], unique=False)
    op.create_index("ix_introductions_pair", "introductions", ["candidate_id", "vacancy_id"], unique=True)
    op.create_index("ix_introductions_vacancy_id", "introductions", ["vacancy_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", _id_text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("arguments", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("n_done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("n_all", sa.Integer(), nullable=True),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        _moment("made_at", nullable=False),
        _moment("beat_at", nullable=True),
        _moment("ended_at", nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_jobs_state", "jobs", ["state"], unique=False)
    op.create_table(
        "look_agains",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("vacancy_id", _id_text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        _moment("asked_at", nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        _moment("answered_at", nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_look_agains_candidate_id", "look_agains", ["candidate_id"], unique=False)
    op.create_table(
        "provider_shortlists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", _id_text(), nullable=False),
        sa.Column("candidate_id", _id_text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        _moment("made_at", nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_provider_shortlists_candidate_id", "provider_shortlists", ["candidate_id"], unique=False)
    op.create_index("ix_provider_shortlists_pair", "provider_shortlists", ["vacancy_id", "candidate_id"], unique=True)
    op.create_index("ix_provider_shortlists_vacancy_id", "provider_shortlists", ["vacancy_id"], unique=False)
    op.create_table(
        "vacancy_standings",
        sa.Column("vacancy_id", _id_text(), nullable=False),
        sa.Column("posted_by", sa.Integer(), nullable=True),
        _moment("posted_at", nullable=False),
        sa.Column("sex_required", sa.Text(), nullable=True),
        sa.Column("sex_reason", sa.Text(), nullable=True),
        sa.Column("review", sa.Text(), nullable=True),
        sa.Column("review_note", sa.Text(), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        _moment("reviewed_at", nullable=True),
        sa.ForeignKeyConstraint(["posted_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["reviewed_by"], ["accounts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("vacancy_id"),
    )
    _close_the_audit_log()


def downgrade() -> None:
    op.drop_table("vacancy_standings")
    op.drop_index("ix_provider_shortlists_vacancy_id", table_name="provider_shortlists")
    op.drop_index("ix_provider_shortlists_pair", table_name="provider_shortlists")
    op.drop_index("ix_provider_shortlists_candidate_id", table_name="provider_shortlists")
    op.drop_table("provider_shortlists")
    op.drop_index("ix_look_agains_candidate_id", table_name="look_agains")
    op.drop_table("look_agains")
    op.drop_index("ix_jobs_state", table_name="jobs")
    op.drop_table("jobs")
    op.drop_index("ix_introductions_vacancy_id", table_name="introductions")
    op.drop_index("ix_introductions_pair", table_name="introductions")
    op.drop_index("ix_introductions_candidate_id", table_name="introductions")
    op.drop_table("introductions")
    op.drop_index("ix_drafts_account_id", table_name="drafts")
    op.drop_table("drafts")
    op.drop_table("cases")
    op.drop_index("ix_api_tokens_account_id", table_name="api_tokens")
    op.drop_table("api_tokens")
    op.drop_table("own_settings")
    op.drop_table("declined")
    op.drop_table("alerts_sent")
    op.drop_index("ix_accounts_link_hash", table_name="accounts")
    op.drop_table("accounts")
    op.drop_table("settings")
    op.drop_index("ix_audit_candidate_id", table_name="audit")
    op.drop_index("ix_audit_action", table_name="audit")
    op.drop_index("ix_audit_account_id", table_name="audit")
    op.drop_table("audit")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")
