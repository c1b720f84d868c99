"""The ladder: roles of care and where people come from, and which role usually leads to which."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from matcher.domain import Move, Role
from matcher.errors import NotFoundError
from matcher.pathways.ladder_rows import read_moves, read_role
from matcher.pathways.tables import pathway_rows
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.rows import Row

__all__ = ["Ladder", "build_ladder", "load_ladder"]

_ROLE_COLUMNS = tuple(field.name for field in fields(Role))
_MOVE_COLUMNS = tuple(field.name for field in fields(Move))


@dataclass(frozen=True, eq=False)
class Ladder:
    """A graph of roles.

    Attributes
    ----------
    roles : dict of str to Role
        By id, in the order of the table: from those who start to those who lead.
    moves : tuple of Move
        Arcs between them; several lead to a role, and some lead back.
    """

    roles: dict[str, Role]
    moves: tuple[Move, ...]

    def moves_from(self, role: str) -> tuple[Move, ...]:
        """Moves that usually follow a role, in the order of the table.

        Raises
        ------
        NotFoundError
            There is no such role.
        """
        return self._leaving[self._known(role)]

    def moves_to(self, role: str) -> tuple[Move, ...]:
        """Moves that usually lead to a role.

        Raises
        ------
        NotFoundError
            There is no such role.
        """
        self._known(role)
        return tuple(move for move in self.moves if move.to_role == role)

    def reachable(self, role: str) -> dict[str, int]:
        """Every role that moves lead to from `role`, with the fewest moves it takes; `role` itself takes 0."""
        n_moves, waiting = {self._known(role): 0}, deque([role])
        while waiting:
            at = waiting.popleft()
            for move in self._leaving[at]:
                if move.to_role not in n_moves:
                    n_moves[move.to_role] = n_moves[at] + 1
                    waiting.append(move.to_role)
        return n_moves

    def roles_for(self, occupation: str = "", role_family: str = "") -> tuple[Role, ...]:
        """Roles of an occupation, else of its role family; empty where the ladder has neither."""
        exact = tuple(role for role in self.roles.values() if occupation and role.occupation == occupation)
        return exact or tuple(role for role in self.roles.values() if role_family and role.role_family == role_family)

    @cached_property
    def _leaving(self) -> dict[str, tuple[Move, ...]]:
        leaving: dict[str, list[Move]] = {role: [] for role in self.roles}
        for move in self.moves:
            leaving[move.from_role].append(move)
        return {role: tuple(moves) for role, moves in leaving.items()}

    def _known(self, role: str) -> str:
        if role not in self.roles:
            raise NotFoundError(f"There is no role '{role}' on the ladder: give the id of a row of pathways/roles.csv.")
        return role


@lru_cache(maxsize=4)
def load_ladder(taxonomy: Taxonomy) -> Ladder:
    """The ladder that ships, checked against a taxonomy.

    Raises
    ------
    DataError
        A table contradicts itself, the other or the taxonomy: names table, row, field and value.
    """
    return build_ladder(pathway_rows("roles.csv", _ROLE_COLUMNS), pathway_rows("moves.csv", _MOVE_COLUMNS), taxonomy)


def build_ladder(role_rows: Iterable[Row], move_rows: Iterable[Row], taxonomy: Taxonomy) -> Ladder:
    """A ladder from the rows of its two tables.

    Raises
    ------
    DataError
        As `load_ladder`.
    """
    roles: dict[str, Role] = {}
    for row in role_rows:
        role = read_role(row, taxonomy)
        if role.id in roles:
            raise row.fault("id", "stands in the table twice; every role has one row.")
        roles[role.id] = role
    moves: dict[tuple[str, str], Move] = {}
    for row in move_rows:
        for move in read_moves(row, roles, taxonomy):
            if (move.from_role, move.to_role) in moves:
                raise row.fault("to_role", f"already follows {move.from_role} in another row; a move stands once.")
            moves[move.from_role, move.to_role] = move
    return Ladder(roles, tuple(moves.values()))
