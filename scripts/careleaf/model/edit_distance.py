"""How many letters two words differ in."""


def edit_distance(one: str, other: str, most: int) -> int:
    """Return the Damerau-Levenshtein distance (adjacent letters swapped count once), or `most` + 1 beyond it."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = list(range(len(other) + 1)), list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        twice_before, before, row = before, row, [i]
        for j, sign in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, twice_before[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
