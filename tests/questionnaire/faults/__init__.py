"""Every kind of fault an author can make, with the problem that must be reported."""

from tests.questionnaire.faults import conditions, names, reading, rules, together, values
from tests.questionnaire.faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *reading.FAULTS,
    *values.FAULTS,
    *names.FAULTS,
    *conditions.FAULTS,
    *rules.FAULTS,
    *together.FAULTS,
)
