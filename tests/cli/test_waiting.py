"""What takes long is told, to whoever sits before a terminal only."""

import threading

import pytest

from breach_wizard.cli import waiting


@pytest.mark.parametrize(("seconds", "is_told"), [(0.0, True), (3600.0, False)])
def test_what_takes_long_is_told_once(monkeypatch: pytest.MonkeyPatch, seconds: float, is_told: bool) -> None:
    said: list[str] = []
    is_said = threading.Event()
    monkeypatch.setattr(waiting, "is_terminal", lambda _: True)

    def say(words: str) -> None:
        said.append(words)
        is_said.set()

    monkeypatch.setattr(waiting, "say", say)
    with waiting.told("Making it ...", seconds):
        assert not is_told or is_said.wait(30)
    assert said == ["Making it ..."] * is_told


def test_nothing_is_told_to_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "is_terminal", lambda _: False)
    monkeypatch.setattr(threading, "Timer", None)
    with waiting.told("Making it ..."):
        pass
