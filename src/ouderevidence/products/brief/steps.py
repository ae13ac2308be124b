"""How to begin with a brief: what of it can be written down, whom to ask, and what it does not know.

These steps are ours and say so. They follow by rule from what the first page tells, and hold no finding of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.document import nodes
from ouderevidence.products.brief import wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.products.brief.phrases import Phrases
    from ouderevidence.products.brief.plan import Plan


def steps(phrases: Phrases, plan: Plan) -> list[Node]:
    """Return the steps, in one paragraph."""
    said = [_write(phrases, plan), _discuss(phrases, plan), phrases.text(wording.STEP_ASK)]
    return [nodes.para([nodes.strong(phrases.text(wording.STEPS))], nodes.joined([step for step in said if step], ";"))]


def _write(phrases: Phrases, plan: Plan) -> Inlines:
    """Say what can be written down, and how: key messages with their reserve, all else as the factsheet's words."""
    if not plan.messages:
        return phrases.text(wording.STEP_WRITE_NONE)
    if all(phrases.library.profile(claim.id, "evidence").contested for claim in plan.messages):
        return phrases.text(wording.STEP_WRITE_NOT[len(plan.messages) > 1])
    return phrases.text(wording.STEP_WRITE if len(plan.messages) > 1 else wording.STEP_WRITE_ONE)


def _discuss(phrases: Phrases, plan: Plan) -> Inlines:
    """Say what to do with the advice on the page: talk to those who are to act on it."""
    told = {claim.id: claim for _, claims in plan.advice for claim, _ in claims}
    if not told:
        return []
    codes = nodes.joined([phrases.claim_code(claim) for claim in told.values()], ",")
    many = len(told) > 1
    lead, end = phrases.text(wording.STEP_ADVICE[many]), phrases.text(wording.STEP_DISCUSS[many])
    return nodes.spaced(lead, nodes.bracketed(codes), end)
