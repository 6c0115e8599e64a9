"""How likely words are that were decoded by a guess: print uses few rare characters."""

from __future__ import annotations

# Lead bytes of the symbols and the frequent characters of each standard (GB/T 2312 level 1, Big5
# level 1).
FREQUENT = (("gb2312", range(0xA1, 0xD8)), ("big5", range(0xA1, 0xC7)))
# Big5 as the standard has it, with the characters that Windows adds, with those of Hong Kong.
BIG5 = ("big5", "cp950", "big5hkscs")


def frequency(text: str) -> float:
    """Return the share of the non-ASCII characters that are symbols or frequent Chinese characters;
    1.0 for none.
    """
    others = [character for character in text if character > "\x7f"]
    if not others:
        return 1.0
    return max(_share(others, standard, leads) for standard, leads in FREQUENT)


def _share(characters: list[str], standard: str, leads: range) -> float:
    frequent = sum(_lead_byte(each, standard) in leads for each in characters)
    return frequent / len(characters)


def _lead_byte(character: str, standard: str) -> int:
    encoded = character.encode(standard, "replace")
    return encoded[0] if len(encoded) > 1 else 0
