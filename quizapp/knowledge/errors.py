"""What can be wrong with material that a person brings: an article, a sidecar, a pack."""


class MaterialError(ValueError):
    """Material that cannot be used as it is; says where, what was found, what was expected and what to do."""

    def __init__(self, where: str, *, found: str, expected: str, do: str) -> None:
        super().__init__(f"{where}: found {found}; expected {expected}. {do}")
        self.where = where
        self.found = found
        self.expected = expected
        self.do = do


class ArticleError(MaterialError):
    """An article file or its sidecar cannot be read."""


class PackError(MaterialError):
    """A pack of hand-made claims does not prove itself against its articles."""
