"""What storage can refuse."""


class DatabaseRefusedError(RuntimeError):
    """A database that cannot be used as it is and is left untouched; says which, what was found and what to do."""

    def __init__(self, where: str, *, found: str, do: str) -> None:
        super().__init__(f"{where}: found {found}; expected a database made by quizapp. {do} Nothing was changed.")
        self.where = where
        self.found = found
        self.do = do
