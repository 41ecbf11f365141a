"""When two names may be two spellings of one: a question for a person, never an answer."""

from quizapp.knowledge.fold import fold_name

SHORTEST = 4


def alike(one: str, other: str) -> bool:
    """Whether two full names of people share all words but one, and that one differs by few letters."""
    mine, theirs = fold_name(one).split(), fold_name(other).split()
    if len(mine) != len(theirs) or len(mine) < 2:
        return False
    different = [(left, right) for left, right in zip(mine, theirs, strict=True) if left != right]
    if len(different) != 1:
        return False
    left, right = different[0]
    if min(len(left), len(right)) < SHORTEST:
        return False
    return distance(left, right, limit=3) <= (1 if max(len(left), len(right)) < 8 else 2)


def distance(one: str, other: str, *, limit: int) -> int:
    """Letters to add, drop, change or swap with the next to get from one to the other; `limit` stands for anything above."""
    if abs(len(one) - len(other)) >= limit:
        return limit
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return min(last[-1], limit)
