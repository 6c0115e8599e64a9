"""What a browser would send for a form of a page."""

from __future__ import annotations

from html.parser import HTMLParser


class Form(HTMLParser):
    """Collect the fields of one form: those inside it and those that name it."""

    def __init__(self, html: str, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside = form_id, False
        self.fields: dict[str, str | list[str]] = {}
        self.buttons: dict[str, list[str]] = {}
        self.area: str | None = None
        self.select: str | None = None
        self.feed(html)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = values.get("id") == self.form_id
        if (
            not (
                self.inside
                or values.get("form") == self.form_id
                or tag == "option"
            )
            or "disabled" in values
        ):
            return
        name = values.get("name", "")
        if tag == "textarea":
            self.area, self.fields[name] = name, ""
        elif tag == "select":
            self.select = name
            self.fields[name] = [] if "multiple" in values else ""
        elif tag == "option" and self.select and "selected" in values:
            chosen = self.fields[self.select]
            self.fields[self.select] = (
                [*chosen, values["value"]]
                if isinstance(chosen, list)
                else values["value"]
            )
        elif tag == "button" or values.get("type") == "submit":
            self.buttons.setdefault(name, []).append(values.get("value", ""))
        elif tag == "input" and values.get("type") not in ("checkbox", "file"):
            self.fields[name] = values.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            # A browser leaves out the line break after the opening tag and posts CRLF.
            self.fields[self.area] = (
                data.removeprefix("\n")
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False


def typed(
    response, form_id: str = "article_form", **changes: object
) -> dict[str, object]:
    """Return the fields of a form on the page with these changed; ``__`` in a name stands for a
    dash.
    """
    fields = Form(response.content.decode(), form_id).fields
    return fields | {
        name.replace("__", "-"): value for name, value in changes.items()
    }
