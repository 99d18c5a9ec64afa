"""Where state and settings are kept is where the library of the platform's folders says, also where it isn't asked."""

import sys

import pytest
from platformdirs import PlatformDirs

from breach_wizard import homes

PLACES = [
    {"HOME": "/people/statistician"},
    {"HOME": "/people/statistician/"},
    {"HOME": "/"},
    {"HOME": "home"},
    {"HOME": ""},
    {},
    {
        "HOME": "/people/statistician",
        "XDG_DATA_HOME": "/data",
        "XDG_CONFIG_HOME": "/config",
        "XDG_STATE_HOME": "/state",
    },
    {"HOME": "/people/statistician", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": " ", "XDG_STATE_HOME": "relative"},
    {"HOME": "/people/statistician", "ANDROID_DATA": "/data", "ANDROID_ROOT": "/system"},
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", homes.USUAL)
def test_a_users_folder_is_that_of_the_library(
    kind: str, place: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "ANDROID_DATA", "ANDROID_ROOT", *(variable for variable, _ in homes.USUAL.values())):
        monkeypatch.delenv(name, raising=False)
    for name, value in place.items():
        monkeypatch.setenv(name, value)
    assert homes.users(kind) == getattr(PlatformDirs(homes.NAME, appauthor=False), f"user_{kind}_dir")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the library is asked")
def test_the_library_is_not_asked_for_the_usual_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, _ in homes.USUAL.values():
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/people/statistician")
    monkeypatch.setattr(homes, "platform", lambda: pytest.fail("it was asked"))
    assert homes.users("data") == "/people/statistician/.local/share/breach-wizard"
