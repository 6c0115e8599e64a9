"""The one definition of "the same words": what the index holds, what a query looks for, what is
highlighted.

Folding works character by character, so that ``fold(a + b) == fold(a) + fold(b)``: words that stand
in a text as printed stand in its folded form too, and a place in the folded text leads back to one
in the text."""

from __future__ import annotations

import unicodedata

LINE_BREAK = "\n"

# Signs that stand for one another in print and on a keyboard and that NFKC keeps apart.
LOOK_ALIKES = {
    "\u00b7": "\u2022\u2027\u2219\u22c5\u30fb\uff65",  # the dot within a minority or foreign name
    '"': "\u201c\u201d\u201e\u201f\u301d\u301e\u301f",
    "'": "\u2018\u2019\u201a\u201b",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "~": "\u301c\u223c",
}
SIGN_OF = {
    variant: sign
    for sign, variants in LOOK_ALIKES.items()
    for variant in variants
}
# Radicals of Unicode's supplement, which NFKC keeps apart, and the characters they are taken for.
RADICALS = dict(
    zip(
        "\u2e81\u2e87\u2e8c\u2e8e\u2e97\u2e9c\u2e9d\u2e9f\u2ea0\u2ea7\u2ea9\u2eae"
        "\u2ebc\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed7\u2ed8"
        "\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8"
        "\u2ee9\u2eec\u2eee\u2ef0\u2ef3",
        "厂几小兀心日月母民牛王竹肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
# Characters that leave no mark on paper: controls, formats (zero-width spaces), lone surrogates.
INVISIBLE = {"Cc", "Cf", "Cs"}
VARIATION_SELECTORS = [range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)]


class _Folded(dict):
    """The folded form of each character, worked out when the character is first met."""

    def __missing__(self, codepoint: int) -> str:
        folded = self[codepoint] = _fold_character(chr(codepoint))
        return folded


def _fold_character(character: str) -> str:
    if character == LINE_BREAK:
        return character
    if any(ord(character) in selectors for selectors in VARIATION_SELECTORS):
        return ""
    character = RADICALS.get(character, character)
    forms = (SIGN_OF.get(part, part) for part in _parts(character))
    return "".join(forms)


def _parts(character: str) -> list[str]:
    """Return what a character is made of for search, without what leaves no mark on paper."""
    composed = unicodedata.normalize("NFKC", character)
    compatible = unicodedata.normalize("NFKC", composed.casefold())
    return [part for part in compatible if _is_visible(part)]


def _is_visible(character: str) -> bool:
    if character.isspace():
        return False
    return unicodedata.category(character) not in INVISIBLE


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return the text as search sees it: NFKC, casefolded, look-alike signs as one, no white space
    but line breaks.

    A name padded in print (``柏 松``) folds to the name. Whoever folds a folded text gets the same
    text."""
    return text.translate(_FOLDED)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the offset in ``text`` of the one it
    comes from.
    """
    forms = [_FOLDED[ord(character)] for character in text]
    offsets = [offset for offset, form in enumerate(forms) for _part in form]
    return "".join(forms), offsets


def words_of(query: str) -> list[str]:
    """Return the folded words of a query, separated by white space, without those that another one
    contains.

    Whatever holds the longer word holds the shorter: leaving it out changes no result.
    """
    words = set(map(fold, query.split())) - {""}
    alone = [word for word in words if not _within_another(word, words)]
    alone.sort()
    return sorted(alone, key=len, reverse=True)


def _within_another(word: str, words: set[str]) -> bool:
    others = words - {word}
    return any(word in other for other in others)
