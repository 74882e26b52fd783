"""`model show`, `check` and `embed`: which model there is, whether it works, and everything read anew."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial

import numpy as np
import typer
from rich.progress import Progress

from bot.commands.options import ConfigFile, awaited, opened
from bot.commands.tools import Failed, WrongUse, aside, counted
from bot.config import Settings, load, secret
from bot.model.encoder import Model, ModelAway
from bot.model.endpoint import Endpoint
from bot.model.meaning import Meaning
from bot.model.process import OwnProcess
from bot.model.reader import Reader
from bundling.similarity import Floats
from bundling.vectors import unpacked
from scheduler.bundled import model_of as model_of_round
from storage import vectors
from storage.vectors import Maker

SAME = {
    "nl": "De lantaarn bij de flat is al weken kapot.",
    "en": "The street light near the flats has been broken for weeks.",
    "uk": "Ліхтар біля багатоповерхівки не світить уже кілька тижнів.",
}
OTHER = "De huisarts neemt geen nieuwe patiënten meer aan."


def model_of(settings: Settings) -> Model | None:
    """The model that the settings name, not started yet."""
    chosen = settings.model
    if chosen is None:
        return None
    if chosen.kind != "http":
        return OwnProcess(chosen.kind, chosen.folder)
    given = chosen.token is not None or chosen.token_file is not None
    token = secret(chosen.token, chosen.token_file, "model.token") if given else ""
    return Endpoint(chosen.url, chosen.name, token)


def show(config: ConfigFile) -> None:
    """Show which model there is, and how many signals it read.

    \b
    Example:
      wijksignaal model show --config config.toml
    """
    settings = load(config)
    typer.echo("\n".join(awaited(_shown(settings))))


async def _shown(settings: Settings) -> list[str]:
    if settings.model is None:
        lines = ["model: none. Topics are found by words, letters, themes and places."]
        current = None
    else:
        async with _meaning(settings) as meaning:
            current, lines = await _described(meaning, settings.model.kind)
            known = await _counts(meaning)
            return [*lines, *(_line(maker, count, current) for maker, count in known.items())]
    async with opened(settings) as store, store.read() as connection:
        known = await vectors.counts(connection)
    return [*lines, *(_line(maker, count, current) for maker, count in known.items() if maker)]


async def _described(meaning: Meaning, kind: str) -> tuple[Maker | None, list[str]]:
    try:
        maker, about = await meaning.reader.ready(), await meaning.reader.model.about()
    except ModelAway as fault:
        return None, [f"model: {kind}, which does not work: {fault}."]
    return maker, [f"model: {maker.name}", f"version: {maker.version}", f"dimensions: {about.dim}"]


async def _counts(meaning: Meaning) -> Mapping[Maker | None, int]:
    async with meaning.store.read() as connection:
        return await vectors.counts(connection)


def _line(maker: Maker | None, count: int, current: Maker | None) -> str:
    signals = counted(count, "signal", "signals")
    if maker is None:
        return f"{signals} not read yet"
    return f"{signals} read by it" if maker == current else f"{signals} read by {maker}"


def check(config: ConfigFile) -> None:
    """Let the model read four sentences, and see whether it makes sense.

    Three say the same in Dutch, English and Ukrainian; the fourth is about something else. Ends with 0 when
    the three are more alike than any of them is like the fourth, else with 1.

    \b
    Example:
      wijksignaal model check --config config.toml
    """
    settings = _with_model(load(config))
    alike = awaited(_alike(settings))
    languages = list(SAME)
    pairs = [(0, 1), (0, 2), (1, 2)]
    for one, other in pairs:
        typer.echo(f"{languages[one]} and {languages[other]}, the same said: {alike[one, other]:+.2f}")
    for one, language in enumerate(languages):
        typer.echo(f"{language} and something else: {alike[one, 3]:+.2f}")
    least, most = min(alike[pair] for pair in pairs), max(alike[one, 3] for one in range(3))
    if least <= most:
        raise Failed("The model does not tell what is alike: take another one, or none.")
    typer.echo("ok: what says the same is nearer than what does not.")


async def _alike(settings: Settings) -> Floats:
    async with _meaning(settings) as meaning:
        try:
            await meaning.reader.ready()
            made = await meaning.reader.read([*SAME.values(), OTHER])
        except ModelAway as fault:
            raise Failed(f"model: {fault}.") from fault
    rows = np.array([unpacked(data) for data in made])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    likeness: Floats = rows @ rows.T
    return likeness


def embed(config: ConfigFile) -> None:
    """Let the model read all signals anew, with progress.

    The service reads by itself what is new or was read by another model or version; this does all of it now.
    It can be stopped and typed again.

    \b
    Example:
      wijksignaal model embed --config config.toml
    """
    typer.echo(awaited(_embedded(_with_model(load(config)))))


async def _embedded(settings: Settings) -> str:
    async with _meaning(settings) as meaning:
        try:
            await meaning.reader.ready()
        except ModelAway as fault:
            raise Failed(f"model: {fault}.") from fault
        async with meaning.store.begin() as connection:
            await vectors.forget_all(connection)
        total = sum((await _counts(meaning)).values())
        with Progress(console=aside()) as progress:
            task = progress.add_task("Reading", total=total)
            done = 0
            while (kept := await meaning.keep_some()) or meaning.trouble:
                if meaning.trouble and not kept:
                    raise Failed(f"{done} of {total} signals read. model: {meaning.trouble}.")
                done += kept
                progress.advance(task, kept)
    return f"{counted(done, 'signal', 'signals')} read."


def _with_model(settings: Settings) -> Settings:
    if settings.model is None:
        raise WrongUse("the settings name no model. Add a [model] section; config.example.toml shows how.")
    return settings


@asynccontextmanager
async def _meaning(settings: Settings) -> AsyncIterator[Meaning]:
    model = model_of(settings)
    if model is None:
        raise WrongUse("the settings name no model")
    async with opened(settings) as store:
        try:
            yield Meaning(store, Reader(model), partial(model_of_round, store))
        finally:
            await model.close()
