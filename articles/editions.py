"""Editions that a newspaper prints of one date beside the ordinary one: an extra, the evening's."""

from __future__ import annotations

from django.utils.text import slugify

from people.pinyin import sort_name_of

# How addresses say what is printed; other names by their sound.
ADDRESS_WORDS: dict[str, str] = {
    "號外": "extra",
    "号外": "extra",
    "早报": "morning",
    "晚报": "evening",
    "上午版": "forenoon",
    "下午版": "afternoon",
    "城市版": "city",
    "海外版": "overseas",
}


def edition_word_of(name: str) -> str:
    """Return the word for an edition in addresses, by the name that is printed; "" for the ordinary
    one, which has none.
    """
    known = ADDRESS_WORDS.get(name)
    if known is not None:
        return known
    sound = sort_name_of(name).replace(" ", "")
    return slugify(sound)


def edition_name_of(typed: str) -> str:
    """Return the printed name of an edition, also where somebody typed the word of its address."""
    names = {word: name for name, word in ADDRESS_WORDS.items()}
    return names.get(typed, typed)
