"""A server over the network: TLS with its name verified, or nothing; what is refused is said in plain words."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.needed_programs import needed
from tests.records import postgres_server
from tests.records.clinic_machine import Clinic, as_file
from tests.records.patient_at_last_question import numbered
from tests.records.postgres_server import Server

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
NAME, OTHER_NAME = "db.clinic.test", "db.elsewhere.test"


class Secured:
    """A server with a certificate, on a port of this machine under a name of its own."""

    def __init__(self, server: Server, certificates: Path, port: int) -> None:
        self.server, self.certificates, self.port = server, certificates, port

    def url(self, mode: str = "", name: str = NAME, authority: str = "ours.crt") -> str:
        """How a kiosk reaches it over the network."""
        asked = f"&sslmode={mode}" if mode else ""
        root = self.certificates / authority
        return (
            f"postgresql://keeper@{name}:{self.port}/postgres?hostaddr=127.0.0.1"
            f"&sslrootcert={root}{asked}"
        )  # fmt: skip


def openssl(*arguments: str, folder: Path) -> None:
    done = subprocess.run(
        ["openssl", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def make_certificates(folder: Path) -> None:
    """Two authorities, and a certificate by the first for the server's name."""
    for authority in ("ours", "foreign"):
        new = ["req", "-x509", *_KEY, "-nodes", "-days", "2", "-subj", f"/CN={authority}"]
        openssl(*new, "-keyout", f"{authority}.key", "-out", f"{authority}.crt", folder=folder)
    request = ["req", *_KEY, "-nodes", "-subj", f"/CN={NAME}"]
    openssl(*request, "-keyout", "server.key", "-out", "server.csr", folder=folder)
    (folder / "names").write_text(f"subjectAltName=DNS:{NAME}\n", encoding="utf-8")
    sign = ["x509", "-req", "-in", "server.csr", "-CA", "ours.crt", "-CAkey", "ours.key", "-CAcreateserial"]
    openssl(*sign, "-days", "2", "-extfile", "names", "-out", "server.crt", folder=folder)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """A server of its own, reached by TCP, with a certificate."""
    needed("openssl")
    certificates = tmp_path_factory.mktemp("certificates")
    make_certificates(certificates)
    with postgres_server.server() as running:
        port = free_port()
        data = running.folder / "data"
        for name in ("server.crt", "server.key"):
            shutil.copy(certificates / name, data / name)
            (data / name).chmod(0o600)
            shutil.chown(data / name, data.stat().st_uid)
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"listen_addresses = '127.0.0.1'\nport = {port}\nssl = on\n")
        running.stop("fast")
        running.start()
        yield Secured(running, certificates, port)


@pytest.mark.long
@pytest.mark.parametrize("mode", ["", "verify-full", "verify-ca", "require"])
def test_a_server_whose_name_is_verified_keeps_and_opens(secured: Secured, tmp_path: Path, mode: str) -> None:
    clinic = Clinic(tmp_path / "clinic", database=secured.url(mode))
    code = clinic.keep()
    assert clinic.open(code).code == 0
    assert not list(clinic.folder.glob("spool/*.json"))


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "authority"), [(OTHER_NAME, "ours.crt"), (NAME, "foreign.crt"), (NAME, "missing.crt")]
)
@pytest.mark.parametrize("mode", ["", "verify-full"])
def test_a_wrong_name_or_an_unknown_authority_is_refused_in_words_and_the_record_waits(
    secured: Secured, tmp_path: Path, name: str, authority: str, mode: str
) -> None:
    clinic = Clinic(tmp_path / "clinic", database=secured.url(mode, name, authority))
    ran = clinic.run("follow-up", "--answers", "-", "--keep", stdin=as_file(numbered(1)))
    assert (ran.code, "Code: " in ran.out) == (0, True)
    assert "het certificaat van de server klopt niet" in ran.err
    assert len(list(clinic.folder.glob("spool/*.json"))) == 1
    listed = clinic.run("records", "list")
    assert (listed.code, listed.out) == (6, "")
    assert "het certificaat van de server klopt niet" in listed.err


@pytest.mark.long
@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_what_would_go_in_clear_is_refused_before_the_first_question(
    secured: Secured, tmp_path: Path, mode: str
) -> None:
    clinic = Clinic(tmp_path / "clinic", database=secured.url(mode))
    ran = clinic.run("records", "list")
    assert (ran.code, ran.out) == (2, "")
    assert "verify-full" in ran.err
    kept = clinic.run("follow-up", "--lines", "--keep")
    assert (kept.code, kept.out) == (2, "")
    assert "verify-full" in kept.err


@pytest.mark.long
def test_a_server_without_tls_gets_nothing(secured: Secured, tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic", database=secured.url())
    clinic.keep()
    secured.server.execute(
        secured.server.url("postgres") + f"&port={secured.port}",
        "ALTER SYSTEM SET ssl = off",
        "SELECT pg_reload_conf()",
    )
    try:
        ran = clinic.run("records", "list")
        assert (ran.code, ran.out) == (6, "")
        assert "de server versleutelt de verbinding niet" in ran.err
    finally:
        secured.server.execute(
            secured.server.url("postgres") + f"&port={secured.port}",
            "ALTER SYSTEM RESET ssl",
            "SELECT pg_reload_conf()",
        )
