"""Every kind of fault an author can make, with the problem that must be reported."""

from tests.questionnaire.faults import across_files, conditions, names, rules, values, yaml_form
from tests.questionnaire.faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *yaml_form.FAULTS,
    *values.FAULTS,
    *names.FAULTS,
    *conditions.FAULTS,
    *rules.FAULTS,
    *across_files.FAULTS,
)
