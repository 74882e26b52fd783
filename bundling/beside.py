"""Work of seconds, beside the loop: in one thread that gives way to whoever answers people."""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec, TypeVar

LOW = 15
"""How far behind others, in the steps of `nice`."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def _give_way() -> None:
    # Only Linux takes the number of a thread here; elsewhere it is a thread like any other.
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOW)


_THREAD = ThreadPoolExecutor(1, thread_name_prefix="bundling", initializer=_give_way)


async def beside(
    work: Callable[Arguments, Result], *given: Arguments.args, **named: Arguments.kwargs
) -> Result:
    """What `work` makes of this. One after the other: two would only hold each other up."""
    return await asyncio.wrap_future(_THREAD.submit(work, *given, **named))
