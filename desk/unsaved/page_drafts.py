"""The drafts of one person on a page's workbench."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest

from articles.models import Page
from desk.signed_in import editor_of
from editorial.models import Draft
from editorial.office.drafts import drafts_below, drop_draft

# The field that names a form.
DRAFT = "draft"


class PageDrafts:
    """Drafts of words by block, of reasons by case; ``edited`` names the block whose draft is put
    into its box, '' for none.
    """

    # What leads to a block with its draft in its box, but for the block's name.
    use = "?draft=1&edit="

    def __init__(self, page: Page, user: User, edited: str) -> None:
        self.of_words = f"page/{page.pk}/words/"
        self.of_cases = f"page/{page.pk}/case/"
        self._drafts = drafts_below(
            user,
            f"page/{page.pk}/",
        )
        self.words = self._below(self.of_words)
        self.reasons = self._below(self.of_cases)
        self.used = self.words.get(edited)

    def _below(self, beginning: str) -> dict[str, Draft]:
        return {
            address.removeprefix(beginning): draft
            for address, draft in self._drafts.items()
            if address.startswith(beginning)
        }

    @property
    def words_used(self) -> dict[str, str] | None:
        """What is put into the box: the words with those they are to take the place of."""
        if self.used is None:
            return None
        typed = self.used.typed
        words = {"words": typed.get("words", "")}
        return words | {
            "base": self.used.base,
            "reason": typed.get("reason", ""),
        }


def draft_of(user: User, address: str) -> Draft | None:
    """Return what somebody typed into the form of this name and did not save."""
    return drafts_below(user, address).get(address)


def forget(request: HttpRequest) -> None:
    """Drop the draft of the form that was sent, once what it held is saved."""
    address = request.POST.get(DRAFT, "")
    if address:
        drop_draft(editor_of(request), address)
