"""Numbers for Prometheus: how the service is, and nothing about a person.

Every name is explained in docs/monitoring.md. Labels are states, platforms and wijken, never a room, a key or
a word; a wijk with fewer than five people is left out, and the others are told in steps of five.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, GCCollector, ProcessCollector, generate_latest

from bot.health import BACKUP, HALTED, SERVICE, Signs, signs, wrong
from bot.listening import LISTENS
from storage.crowds import crowds
from storage.engine import Store

TYPE = "text/plain; version=0.0.4; charset=utf-8"
_PREFIX = "wijksignaal"
_NUMBERS: Mapping[str, tuple[str, Callable[[Signs], float | None]]] = {
    "events_parked": ("Events that could not be read and were set aside", lambda one: one.parked_events),
    "messages_refused": ("Messages that a platform refused for good", lambda one: one.refused),
    "people_overdue": ("People who wait longer than promised, last night", lambda one: one.overdue),
    "people_forgotten": ("People without an answer and without a reason", lambda one: one.forgotten),
    "letters_unsent": ("Reports that did not go out by e-mail", lambda one: len(one.letters)),
    "paused": ("1 while the operator has nothing sent", lambda one: float(one.paused is not None)),
    "disk_free_bytes": ("Room on the disk of the store", lambda one: one.free),
    "last_tick_seconds": ("When the service last looked at what is due", lambda one: _at(one, SERVICE)),
    "last_backup_seconds": ("When the last backup was made", lambda one: _at(one, BACKUP)),
}


async def exposition(store: Store, clock: Callable[[], datetime]) -> bytes:
    """The page of a running service."""
    now = clock()
    found = await signs(store)
    async with store.read() as connection:
        return page(found, await crowds(connection, now), now)


def page(found: Signs, people: Mapping[str, int], now: datetime) -> bytes:
    """The numbers as Prometheus reads them."""
    registry = CollectorRegistry()
    ProcessCollector(namespace=_PREFIX, registry=registry)
    GCCollector(registry=registry)
    _gauge(registry, "healthy", "1 when /health finds nothing wrong").set(not wrong(found, now))
    for name, (meaning, value) in _NUMBERS.items():
        number = value(found)
        if number is not None:
            _gauge(registry, name, meaning).set(number)
    _waiting(registry, found, now)
    _platforms(registry, found)
    crowd = _gauge(registry, "people", "People who said something in 35 days, in steps of five", "wijk")
    for wijk, count in people.items():
        crowd.labels(wijk).set(count)
    return generate_latest(registry)


def _waiting(registry: CollectorRegistry, found: Signs, now: datetime) -> None:
    messages = _gauge(registry, "messages", "Messages in the outbox", "state")
    for state, count in found.counts.items():
        messages.labels(state.value).set(count)
    oldest = now - found.oldest_due if found.oldest_due else None
    wait = _gauge(registry, "oldest_message_wait_seconds", "How long the first message that is due waits")
    wait.set(max(0.0, oldest.total_seconds()) if oldest else 0.0)


def _platforms(registry: CollectorRegistry, found: Signs) -> None:
    heard = _gauge(registry, "platform_heard_seconds", "When a platform last answered", "platform")
    halted = _gauge(registry, "platform_refused_seconds", "When it last refused our account", "platform")
    for name, at in found.beats.items():
        if name.startswith(LISTENS):
            heard.labels(name.removeprefix(LISTENS)).set(at.timestamp())
        if name.startswith(HALTED):
            halted.labels(name.removeprefix(HALTED).partition(":")[0]).set(at.timestamp())


def _gauge(registry: CollectorRegistry, name: str, meaning: str, *labels: str) -> Gauge:
    return Gauge(name, meaning, labels, namespace=_PREFIX, registry=registry)


def _at(found: Signs, name: str) -> float | None:
    at = found.beats.get(name)
    return at.timestamp() if at else None
