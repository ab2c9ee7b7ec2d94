"""A server for the kiosk's records: the one that the tests of records have."""

from tests.records.conftest import server

__all__ = ["server"]
