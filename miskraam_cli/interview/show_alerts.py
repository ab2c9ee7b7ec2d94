"""What may not wait for the end, shown between two questions; each finding once for each outcome."""

from collections.abc import Callable

from miskraam_cli.interview.findings import Result, alerts
from miskraam_cli.interview.prompt import Back, Continue, Jump, Notice, Presenter, Stop
from miskraam_cli.interview.state import Interview

AlertNotice = Callable[[Interview, tuple[Result, ...]], Notice]


class AlertShower:
    """Shows alerts to one person. `alert` makes the notice about findings that surface together."""

    def __init__(self, presenter: Presenter, alert: AlertNotice) -> None:
        self._presenter = presenter
        self._alert = alert
        # By finding and outcome: who was told that something is unknown must still be told when it holds, and who
        # goes back and answers the same must not be alarmed twice.
        self._shown: set[tuple[str, str]] = set()

    def show(self, interview: Interview) -> Continue | Back | Jump | Stop:
        """Show what was not shown yet, what is unknown first (AMB-71); what she does then."""
        new = [
            result for result in alerts(interview) if (result.finding.id, result.outcome) not in self._shown
        ]
        step: Continue | Back | Jump | Stop = Continue()
        for outcome in ("unknown", "holds"):
            results = tuple(result for result in new if result.outcome == outcome)
            if results and isinstance(step, Continue):
                step = self._presenter.show(self._alert(interview, results))
                self._shown.update((result.finding.id, result.outcome) for result in results)
        return step
