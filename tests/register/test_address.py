"""Where a register is: addresses are told from files, and nothing that may be a password is shown."""

import socket
import sys
from pathlib import Path

import pytest

from breach_wizard import folders
from breach_wizard.errors import BreachWizardError, InputError, StorageError
from breach_wizard.guidance import active
from breach_wizard.profile_values import kept
from breach_wizard.register import opened
from breach_wizard.register.address import Server
from tests.kit.commands import in_folder

NAMED = {
    "postgresql://db.example.gov.uk/breaches": "breaches on db.example.gov.uk",
    "postgres://amy@db:5433/breaches?sslmode=verify-full": "breaches on db",
    "postgresql://[2001:db8::1]:5432/breaches": "breaches on 2001:db8::1",
    "postgresql://one,two:5433/breaches": "breaches on one, two",
    "postgresql:///breaches?host=/run/postgresql": "breaches on a server on this computer",
    "postgresql://?service=breaches": "on the service breaches",
    "postgresql://db/%C3%A9t%C3%A9%1b": "été? on db",
}
SECRET = "hunter2"
WITH_PASSWORD = (
    f"postgresql://amy:{SECRET}@127.0.0.1:1/breaches",
    f"postgresql://127.0.0.1:1/breaches?user=amy&password={SECRET}",
    f"postgresql://amy:{SECRET}%40@127.0.0.1:1/breaches?sslpassword={SECRET}",
)
UNSURE = (
    f"postgresql://amy:p@{SECRET}@127.0.0.1:1/breaches",
    f"postgresql://amy:p/{SECRET}@127.0.0.1:1/breaches",
    f"postgresql://amy:p?{SECRET}@127.0.0.1:1/breaches",
    f"postgresql://amy:5?{SECRET}=@127.0.0.1:1/breaches",
    f"postgresql://amy@{SECRET}@127.0.0.1:1/",
    f"mysql://amy:{SECRET}@127.0.0.1:1/breaches",
    f"POSTGRESQL://amy:{SECRET}@127.0.0.1:1/breaches",
)


@pytest.mark.parametrize(("address", "name"), NAMED.items())
def test_a_register_is_called_by_its_name_and_host(address: str, name: str) -> None:
    server = folders.register_named(address)
    assert isinstance(server, Server)
    assert (str(server), server.shown, server.has_password) == (name, address, False)
    assert kept("register", address, active()) == address


@pytest.mark.parametrize("name", ["register.db", "postgresql", "C:/register.db", "c://register.db", "a:b"])
def test_a_file_is_a_file(name: str) -> None:
    assert isinstance(folders.register_named(name), Path)


@pytest.mark.parametrize("address", [*WITH_PASSWORD, *UNSURE])
def test_a_password_is_shown_nowhere(address: str, tmp_path: Path) -> None:
    server = Server(address)
    assert server.has_password
    for text in (str(server), repr(server), server.shown):
        assert SECRET not in text
    with pytest.raises(BreachWizardError) as refused:
        opened(server)
    assert SECRET not in str(refused.value)
    with pytest.raises(InputError) as not_kept:
        kept("register", address, active())
    assert SECRET not in str(not_kept.value)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "profile.toml").write_text(f'register = "{address}"\n')
    for words in (
        ("register", "list"),
        ("register", "list", "--debug"),
        ("profile",),
        ("--help",),
        ("profile", "--where"),
    ):
        ended = in_folder(tmp_path)(*words)
        assert SECRET.encode() not in ended.stdout + ended.stderr
        assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("address", UNSURE)
def test_an_address_of_which_nobody_is_sure_is_refused(address: str) -> None:
    with pytest.raises(InputError):
        opened(Server(address))


def test_a_server_that_takes_a_connection_and_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(StorageError, match="breaches on 127"):
        opened(Server(f"postgresql://amy@127.0.0.1:{silent.getsockname()[1]}/breaches"))


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "breach_wizard.register.postgres", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageError, match="pip install"):
        opened(Server("postgresql://127.0.0.1:1/breaches"))


def test_the_sites_profile_names_the_register_too(tmp_path: Path) -> None:
    site = tmp_path / "site" / "breach-wizard"
    site.mkdir(parents=True)
    (site / "profile.toml").write_text('register = "postgresql://127.0.0.1:1/breaches"\n')
    ended = in_folder(tmp_path)("register", "list", env={"XDG_CONFIG_DIRS": str(tmp_path / "site")})
    assert ended.returncode == 1
    assert b"breaches on 127.0.0.1" in ended.stderr
