"""A program that a shell has stopped goes on where it was: its terminal set as it needs it, its question drawn anew."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal

from breach_wizard.terminal.signals import going_on_by, stop_here


def pause(_: object = None) -> None:
    """Give the terminal back to the shell, and stop, amid a running application; it then draws itself anew."""
    run_in_terminal(stop_here)


def stopped_and_going_on(app: Application[Any]) -> AbstractContextManager[None]:
    """While the block runs, let a shell stop the application and let it go on."""

    def go_on() -> None:
        app.input.raw_mode().__enter__()  # the shell has set the terminal back; who entered it first leaves it
        app.renderer.reset()  # it is drawn below whatever stands there now
        app.invalidate()

    return going_on_by(_soon(app, go_on), _soon(app, pause))


def _soon(app: Application[Any], act: Callable[[], None]) -> Callable[[], None]:
    """Return what lets the application's loop do something, and may be called amid anything."""

    def ask_for_it() -> None:
        if app.loop is not None and app.context is not None:
            app.loop.call_soon_threadsafe(act, context=app.context.copy())

    return ask_for_it
