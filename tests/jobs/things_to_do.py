"""What the tests of jobs share: vacancies that suit, and addresses that are easy to find in a text."""

from matcher.domain import Contract, DbsLevel, PlaceKind, Vacancy

__all__ = ["PlainLinks", "a_vacancy"]


class PlainLinks:
    """Addresses that are easy to find in a text."""

    def vacancy(self, vacancy_id: str) -> str:
        return f"https://care.example.org/vacancies/{vacancy_id}"

    def vacancies(self) -> str:
        return "https://care.example.org/me/vacancies"

    def unsubscribe(self, token: str) -> str:
        return f"https://care.example.org/unsubscribe/{token}"


def a_vacancy(vacancy_id: str, **about: object) -> Vacancy:
    usual = {
        "id": vacancy_id,
        "title": f"Care assistant {vacancy_id}",
        "provider": "Elm House",
        "place_kind": PlaceKind.SITE,
        "postcode": "LS8 1AA",
        "essential_skills": ("personal care",),
        "contract": Contract.PERMANENT,
        "pay_min_gbp_per_hour": 13.5,
        "dbs_level": DbsLevel.ENHANCED,
    }
    return Vacancy(**{**usual, **about})
