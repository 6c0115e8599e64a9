"""The words by which addresses call events: given once, never taken back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AddressWord(models.Model):
    """What an event is called in the address of its congress, or the congress in its own.

    ``within`` is the key of the congress, 0 for a congress itself; both keys are those of the
    desk, and stay when the event is public no more."""

    event = models.PositiveBigIntegerField(_("event"))
    within = models.PositiveBigIntegerField(_("congress"), default=0)
    word = models.CharField(_("word of the address"), max_length=80)

    class Meta:
        verbose_name = _("word of an address")
        verbose_name_plural = _("words of addresses")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "within"], name="address_word_once"
            ),
            models.UniqueConstraint(
                fields=["within", "word"], name="address_word_is_one_event"
            ),
        ]

    def __str__(self) -> str:
        return self.word
