"""What ends a run before its end. In a module of its own, so that who only looks at how it ended loads nothing else."""


class Stopped(BaseException):
    """The user, the system or the terminal ended the run; every partial answer was handed to ``keep`` first.

    ``code`` is the exit code: 130 for Ctrl-C, Ctrl-D and end of input, 143 for SIGTERM, 129 for SIGHUP or a
    terminal that has gone. A BaseException, as KeyboardInterrupt is: no handler may take it for a failure.
    """

    def __init__(self, code: int = 130) -> None:
        super().__init__()
        self.code = code
