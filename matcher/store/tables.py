"""The tables, typed: above 300 lines, because a schema is read as a whole.

Columns are typed where they are queried or shown; lists are JSON; shifts are text in the grammar people write them in,
so that a row can be read by eye. Names and contacts of candidates stand in a table of their own, which nothing that
reads candidates joins.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Double, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

__all__ = [
    "Base",
    "CandidateListRow",
    "CandidateRow",
    "CourseRow",
    "DeprivationRow",
    "EscoBroaderRow",
    "EscoOccupationRow",
    "EscoRelationRow",
    "EscoSkillLinkRow",
    "EscoSkillRow",
    "IdText",
    "MappingRow",
    "OutcomeRow",
    "PersonRow",
    "PostcodeRow",
    "ProviderRow",
    "RecordChangeRow",
    "ReferralRow",
    "ShortlistRow",
    "TitledOccupationRow",
    "TravelTimeRow",
    "VacancyListRow",
    "VacancyRow",
]


def _ordered_text(length: int) -> String:
    """Text compared by code point on either database, as Python does."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


IdText = _ordered_text(200)
_Names = JSON(none_as_null=True)


class Base(DeclarativeBase):
    """What every table shares."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        float: Double,
        str: Text,
        list[str]: _Names,
        dict[str, str]: JSON(none_as_null=True),
        dict[str, float]: JSON(none_as_null=True),
        list[float]: JSON(none_as_null=True),
    }


class _Placed:
    """A postcode and the place it was found to be."""

    postcode: Mapped[str | None]
    place_label: Mapped[str | None]
    place_lat: Mapped[float | None]
    place_long: Mapped[float | None]
    place_easting_m: Mapped[float | None]
    place_northing_m: Mapped[float | None]
    place_precision: Mapped[str | None]
    place_radius_km: Mapped[float | None]
    place_country: Mapped[str | None]
    place_deprivation_decile: Mapped[int | None]
    place_note: Mapped[str | None]


class CandidateRow(_Placed, Base):
    """A jobseeker as the engine sees them: nothing that names them."""

    __tablename__ = "candidates"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    age_band: Mapped[str | None]
    prior_occupation: Mapped[str | None]
    prior_sector: Mapped[list[str] | None]
    experience_months: Mapped[int | None]
    skills: Mapped[list[str] | None]
    unlinked_skills: Mapped[list[str] | None]
    skill_evidence: Mapped[list[str] | None]
    qualifications: Mapped[list[str] | None]
    registrations: Mapped[list[str] | None]
    about: Mapped[str | None]
    max_travel_minutes: Mapped[int | None]
    travel_mode: Mapped[str | None]
    driving_licence: Mapped[bool | None]
    vehicle: Mapped[bool | None]
    shifts: Mapped[str | None]
    hours_min: Mapped[float | None]
    hours_max: Mapped[float | None]
    pay_min_gbp_per_hour: Mapped[float | None]
    dbs_status: Mapped[str | None]
    right_to_work: Mapped[str | None]
    available_from: Mapped[date | None] = mapped_column(Date)


class PersonRow(Base):
    """Who a candidate is and how to reach them; read only where an advisor is shown it."""

    __tablename__ = "people"

    candidate_id: Mapped[str] = mapped_column(IdText, ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str | None]
    contact: Mapped[str | None]


class VacancyRow(_Placed, Base):
    """One advertised role at one place."""

    __tablename__ = "vacancies"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    provider: Mapped[str | None]
    provider_id: Mapped[str | None]
    title: Mapped[str | None]
    description: Mapped[str | None]
    occupation: Mapped[str | None]
    role_family: Mapped[str | None]
    place_kind: Mapped[str | None]
    area: Mapped[list[str] | None]
    positions: Mapped[int] = mapped_column(default=1)
    essential_skills: Mapped[list[str] | None]
    optional_skills: Mapped[list[str] | None]
    unlinked_skills: Mapped[list[str] | None]
    shifts_all_required: Mapped[str | None]
    shifts_any_of: Mapped[str | None]
    hours_min: Mapped[float | None]
    hours_max: Mapped[float | None]
    guaranteed_hours: Mapped[float | None]
    contract: Mapped[str | None]
    pay_min_gbp_per_hour: Mapped[float | None]
    pay_max_gbp_per_hour: Mapped[float | None]
    pay_note: Mapped[str | None]
    dbs_level: Mapped[str | None]
    driving_licence: Mapped[bool | None]
    vehicle: Mapped[bool | None]
    min_age: Mapped[int | None]
    min_age_reason: Mapped[str | None]
    registration: Mapped[str | None]
    experience_months: Mapped[int | None]
    qualification: Mapped[str | None]
    contact: Mapped[str | None]
    apply_url: Mapped[str | None]
    opens: Mapped[date | None] = mapped_column(Date)
    closes: Mapped[date | None] = mapped_column(Date)


class ProviderRow(Base):
    """An organisation, or one of its locations, that delivers care."""

    __tablename__ = "providers"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    organisation: Mapped[str | None]
    address: Mapped[str | None]
    postcode: Mapped[str | None]
    phone: Mapped[str | None]
    website: Mapped[str | None]
    services: Mapped[list[str] | None]
    specialisms: Mapped[list[str] | None]
    local_authority: Mapped[str | None]
    region: Mapped[str | None]
    source: Mapped[str | None]
    source_date: Mapped[str | None]


class CourseRow(_Placed, Base):
    """A course, check or volunteering place that somebody offers; dates are ISO text, prerequisites as written."""

    __tablename__ = "courses"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    label: Mapped[str]
    plain: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default="train")
    provider: Mapped[str | None]
    gains: Mapped[list[str] | None]
    unlinked_gains: Mapped[list[str] | None]
    qualification: Mapped[str | None]
    registration: Mapped[str | None]
    clears: Mapped[list[str] | None]
    dbs_status: Mapped[str | None]
    prerequisites: Mapped[str | None]
    starts_when: Mapped[str] = mapped_column(default="anytime")
    level: Mapped[int | None]
    duration_weeks: Mapped[float | None]
    hours_per_week: Mapped[float | None]
    learning_hours: Mapped[float | None]
    delivery: Mapped[str | None]
    cost_to_learner_gbp: Mapped[float | None]
    cost_gbp: Mapped[float | None]
    paid_by: Mapped[str | None]
    funding: Mapped[str | None]
    pay: Mapped[str | None]
    pay_gbp_per_hour: Mapped[float | None]
    min_age: Mapped[int | None]
    max_age: Mapped[int | None]
    benefits: Mapped[str | None]
    residence: Mapped[str | None]
    nations: Mapped[list[str] | None]
    guaranteed_interview: Mapped[bool | None]
    starts: Mapped[list[str] | None]
    seats: Mapped[int | None]
    source: Mapped[str | None]
    source_date: Mapped[str | None]
    url: Mapped[str | None]
    confidence: Mapped[str | None]


class PostcodeRow(Base):
    """One postcode of a directory; `terminated` is the month as 199912, 0 where it is in use, blank where unknown."""

    __tablename__ = "postcodes"
    __table_args__ = ({"sqlite_with_rowid": False},)

    postcode: Mapped[str] = mapped_column(_ordered_text(8), primary_key=True)
    lat: Mapped[float]
    long: Mapped[float]
    easting_m: Mapped[int]
    northing_m: Mapped[int]
    lsoa11: Mapped[str | None] = mapped_column(String(9))
    lsoa21: Mapped[str | None] = mapped_column(String(9))
    country: Mapped[str | None] = mapped_column(String(20))
    terminated: Mapped[int | None]


class DeprivationRow(Base):
    """The Index of Multiple Deprivation of one small area; rank 1 and decile 1 are the most deprived."""

    __tablename__ = "deprivation"
    __table_args__ = ({"sqlite_with_rowid": False},)

    lsoa: Mapped[str] = mapped_column(String(9), primary_key=True)
    vintage: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    rank: Mapped[int]
    decile: Mapped[int]


class ReferralRow(Base):
    """A person's decision to put a candidate forward, with its reason and what happens next."""

    __tablename__ = "referrals"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[str] = mapped_column(IdText, ForeignKey("candidates.id"), index=True)
    vacancy_id: Mapped[str] = mapped_column(IdText, ForeignKey("vacancies.id"), index=True)
    made_by: Mapped[str]
    reason: Mapped[str | None]
    next_action: Mapped[str | None]
    next_date: Mapped[date | None] = mapped_column(Date)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ShortlistRow(Base):
    """A vacancy an advisor has set aside for a candidate; the id keeps the order."""

    __tablename__ = "shortlists"
    __table_args__ = (Index("ix_shortlists_pair", "candidate_id", "vacancy_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[str] = mapped_column(IdText, ForeignKey("candidates.id", ondelete="CASCADE"))
    vacancy_id: Mapped[str] = mapped_column(IdText, ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)


class MappingRow(Base):
    """A saved mapping of our columns to those of somebody's spreadsheet."""

    __tablename__ = "mappings"

    name: Mapped[str] = mapped_column(IdText, primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    columns: Mapped[dict[str, str]]


class EscoSkillRow(Base):
    """A skill as ESCO lists it."""

    __tablename__ = "esco_skills"

    uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    label: Mapped[str]
    alt_labels: Mapped[list[str]]
    skill_type: Mapped[str]
    reuse_level: Mapped[str]


class EscoOccupationRow(Base):
    """An occupation as ESCO lists it."""

    __tablename__ = "esco_occupations"

    uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    label: Mapped[str]
    alt_labels: Mapped[list[str]]
    isco: Mapped[str]


class EscoRelationRow(Base):
    """A skill that an occupation needs; `kind` is essential or optional."""

    __tablename__ = "esco_relations"

    occupation_uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    skill_uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    kind: Mapped[str]


class EscoBroaderRow(Base):
    """A skill and a broader skill or group it stands in."""

    __tablename__ = "esco_broader"

    narrower_uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    broader_uri: Mapped[str] = mapped_column(IdText, primary_key=True)


class EscoSkillLinkRow(Base):
    """A skill that goes with another; `kind` is essential or optional."""

    __tablename__ = "esco_skill_links"

    original_uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    related_uri: Mapped[str] = mapped_column(IdText, primary_key=True)
    kind: Mapped[str]


class TravelTimeRow(Base):
    """Measured minutes from one postcode sector to another by one way of travel."""

    __tablename__ = "travel_times"
    __table_args__ = ({"sqlite_with_rowid": False},)

    origin: Mapped[str] = mapped_column(_ordered_text(8), primary_key=True)
    destination: Mapped[str] = mapped_column(_ordered_text(8), primary_key=True)
    mode: Mapped[str] = mapped_column(_ordered_text(8), primary_key=True)
    minutes: Mapped[float]


class OutcomeRow(Base):
    """A stage that a candidate reached with a vacancy, and when."""

    __tablename__ = "outcomes"

    candidate_id: Mapped[str] = mapped_column(IdText, ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=True)
    vacancy_id: Mapped[str] = mapped_column(
        IdText, ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    stage: Mapped[str] = mapped_column(_ordered_text(20), primary_key=True)
    reached_on: Mapped[date | None] = mapped_column(Date)


class TitledOccupationRow(Base):
    """An occupation of a classification of job titles (O*NET), with its titles and tasks."""

    __tablename__ = "titled_occupations"

    code: Mapped[str] = mapped_column(IdText, primary_key=True)
    title: Mapped[str]
    description: Mapped[str]
    alternate_titles: Mapped[list[str]]
    tasks: Mapped[list[str]]
    knowledge: Mapped[dict[str, float]]


class RecordChangeRow(Base):
    """A candidate or vacancy that was added, changed, hidden, shown or taken out; the ids keep the order.

    `kind` is ``candidate`` or ``vacancy``; without a `record_id` so many were changed that all have to be looked at.
    No id is ever given twice, even when old rows are forgotten.
    """

    __tablename__ = "record_changes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(_ordered_text(20))
    record_id: Mapped[str | None] = mapped_column(IdText)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class _Listed:
    """Who is matched best, best first, and their scores; a list that comes out otherwise is one version more."""

    version: Mapped[int]
    as_of: Mapped[date] = mapped_column(Date)
    model: Mapped[str]
    others: Mapped[list[str]]
    scores: Mapped[list[float]]


class CandidateListRow(_Listed, Base):
    """The best vacancies of a candidate, as they were last ranked."""

    __tablename__ = "candidate_lists"

    candidate_id: Mapped[str] = mapped_column(IdText, ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=True)


class VacancyListRow(_Listed, Base):
    """The best candidates of a vacancy, as they were last ranked."""

    __tablename__ = "vacancy_lists"

    vacancy_id: Mapped[str] = mapped_column(IdText, ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
