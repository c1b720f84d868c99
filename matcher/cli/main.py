"""The group of commands, and how an error is told: one line, exit code 2."""

import sys
from collections.abc import Sequence

import click

from matcher import __version__
from matcher.cli.account import account
from matcher.cli.advert import advert
from matcher.cli.bench import bench
from matcher.cli.columns import columns
from matcher.cli.cv import cv
from matcher.cli.evaluate import evaluate_judgements
from matcher.cli.imports import build_places, import_file
from matcher.cli.matching import match
from matcher.cli.occupation import occupation
from matcher.cli.pathways import pathways
from matcher.cli.running import demo, init, serve
from matcher.cli.skills import skills
from matcher.cli.train import train_weights
from matcher.cli.what_if import what_if
from matcher.errors import CarematchError

__all__ = ["main"]

UNUSABLE = 2


@click.group()
@click.version_option(__version__, prog_name="carematch")
def carematch() -> None:
    """Rank candidates against care vacancies, with the reason for every point."""


COMMANDS = (
    init,
    demo,
    serve,
    import_file,
    columns,
    build_places,
    match,
    pathways,
    skills,
    occupation,
    advert,
    cv,
    evaluate_judgements,
    bench,
    train_weights,
    what_if,
    account,
)
for command in COMMANDS:
    carematch.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        _refuse_garbled(sys.argv[1:] if arguments is None else arguments)
        outcome = carematch.main(args=arguments, prog_name="carematch", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return UNUSABLE
    except click.ClickException as error:
        return _fail(error.format_message())
    except CarematchError as error:
        return _fail(str(error))
    except click.Abort:
        return _fail("stopped.")
    except OSError as error:
        return _fail(f"{error.filename or 'The system'}: {error.strerror or error}.")
    return int(outcome or 0)


def _refuse_garbled(arguments: Sequence[str]) -> None:
    """Refuse text that the terminal sent in another encoding than UTF-8."""
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError:
            raise click.UsageError(f"{argument!a} is not readable text: send it in UTF-8.") from None


def _fail(message: str) -> int:
    click.echo(f"carematch: {' '.join(message.split())}", err=True)
    return UNUSABLE
