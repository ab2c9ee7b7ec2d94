"""Where records are kept, for whom they are sealed, and how long."""

from dataclasses import dataclass
from pathlib import Path

RETENTION_DAYS = 30


@dataclass(frozen=True)
class RecordSettings:
    """The table `[records]` of the configuration. `folder` holds the spool, the log and the SQLite file."""

    folder: Path
    recipients: tuple[str, ...] = ()
    database: str = ""
    identity: Path | None = None
    retention_days: int = RETENTION_DAYS
    device: str = ""

    @property
    def file(self) -> Path:
        """The SQLite file, where no server is named."""
        return self.folder / (self.database or "records.sqlite")

    @property
    def log(self) -> Path:
        """The log of who opened, exported or deleted what."""
        return self.folder / "records.log"

    @property
    def spool(self) -> Path:
        """Where sealed records wait for a database that is out of reach."""
        return self.folder / "spool"
