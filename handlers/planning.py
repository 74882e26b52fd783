"""A topic that is taken up: the questions of template 2, one at a time, up to the sentence back."""

from dataclasses import replace
from datetime import timedelta

from typing_extensions import assert_never

from domain.decisions import CHECK_WEEKS, FIRST_STEP_DAYS, MAX_TAKEN_UP, Meeting, Outcome, Plan, TopicOnTable
from domain.events import TopicAnswered
from domain.messages import Act, Choice, Message, PersonKey, Text, Verb
from handlers import owner, table
from handlers.moments import Window, today, typed_day, weeks_ahead, window
from handlers.states import Planning, PlanPart
from handlers.turn import Situation, Turn, say

EARLIEST_WEEK, LATEST_WEEK = 5, 10
"""A typed check moment lies about six to eight weeks ahead."""

MAX_CANDIDATES = 8
"""Owners offered as buttons; anybody else is typed."""

_AFTER = {
    PlanPart.WHY_MORE: PlanPart.WHAT,
    PlanPart.WHAT: PlanPart.OWNER,
    PlanPart.OWNER: PlanPart.PARTNERS,
    PlanPart.PARTNERS: PlanPart.FIRST_STEP,
    PlanPart.FIRST_STEP: PlanPart.CHECK,
    PlanPart.CHECK: PlanPart.SENTENCE,
}
