"""What goes wrong while a question is drawn or a key is taken ends the question, as it would anywhere else."""

from asyncio import AbstractEventLoop
from typing import Any

from prompt_toolkit.application import Application


def let_out(app: Application[Any]) -> None:
    """Raise such an error from ``app.run``; the library's own way is to print a traceback and to wait for Enter."""

    def leave(_: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is not None and app.future is not None and not app.future.done():
            app.exit(exception=error)

    app._handle_exception = leave  # type: ignore[method-assign, assignment]
