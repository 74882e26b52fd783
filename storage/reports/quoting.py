"""What people said, as somebody approved it, beside the topic it is about (`ReportTopic.quotes`)."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import Quote

Quotes: TypeAlias = Mapping[int, tuple[Quote, ...]]
"""Topic -> its approved quotes."""


async def quotes(_connection: AsyncConnection, _topics: Sequence[int]) -> Quotes:
    """The approved quotes of these topics."""
    return {}
