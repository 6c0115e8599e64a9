"""The form by which readers report an error: for people, not too often, and kept by nobody."""

import time

import pytest

from editorial.models import AwaitedAnswer, Finding
from public.reporting import report_form, visitor_limit
from tests.builders import make_article, make_event, make_evidence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_visitor_is_known(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": f"reports-{time.monotonic_ns()}",
        }
    }


@pytest.fixture
def article():
    return make_article(body="柏松到会。", published=True)


def form_of(client, about: str, **fields) -> dict[str, str]:
    """The form as it is given out, a while ago, and filled in."""
    page = client.get(f"/report/?about={about}")
    assert page["Cache-Control"] == "no-store"
    stamp = page.context["form"].initial["stamp"]
    return {"message": "应为柏嵩。", "stamp": stamp, **fields}


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr(report_form, "LEAST_SECONDS", 0)


def test_articles_events_and_congresses_lead_to_the_form(client, article):
    words = make_evidence(article=article, words="柏松到会")
    congress = make_event(title="大会", kind="congress", evidence=words)
    event = make_event(title="开幕", parent=congress, evidence=words)
    for address, about in (
        (article.get_absolute_url(), f"article-{article.pk}"),
        (f"/events/{event.pk}/", f"event-{event.pk}"),
        ("/congresses/", ""),
    ):
        html = client.get(address).content.decode()
        link = f'href="/report/?about={about}" rel="nofollow"'
        assert (link in html) == bool(about)
    found = client.get(f"/events/{congress.pk}/", follow=True)
    assert f"/report/?about=event-{congress.pk}" in found.content.decode()


def test_a_report_reaches_the_desk_and_the_reader_is_thanked(
    client, article, patient
):
    about = f"article-{article.pk}"
    sent = form_of(client, about, quoted="柏松", email="a@example.org")
    answer = client.post(f"/en/report/?about={about}", sent, follow=True)
    assert answer.redirect_chain == [("/en/report/thanks/", 302)]
    assert answer["Cache-Control"] == "no-store"
    finding = Finding.objects.get()
    assert (finding.article, finding.exact) == (article, "柏松")
    awaited = AwaitedAnswer.objects.get()
    assert awaited.language == "en"
    address = f"http://testserver{article.get_absolute_url()}"
    assert awaited.address == address.replace("/newspapers", "/en/newspapers")


def test_a_report_of_an_event_goes_to_the_article_that_states_it(
    client, article, patient
):
    words = make_evidence(article=article, words="柏松到会")
    event = make_event(title="开幕", evidence=words)
    about = f"event-{event.pk}"
    client.post(f"/report/?about={about}", form_of(client, about))
    finding = Finding.objects.get()
    assert (finding.article, finding.exact) == (article, "柏松到会")


def test_what_readers_do_not_see_cannot_be_reported(client, article):
    hidden = make_article(body="未刊。")
    gone = make_event(title="未刊会")
    for about in (
        f"article-{hidden.pk}",
        f"event-{gone.pk}",
        "article-0",
        "person-1",
        "article-" + "9" * 30,
        "",
    ):
        for ask in (client.get, client.post):
            assert ask(f"/report/?about={about}").status_code == 404
    assert client.get("/report/").status_code == 200
    assert client.post("/report/").status_code == 404


def test_a_program_is_thanked_and_not_heard(client, article, patient):
    about = f"article-{article.pk}"
    sent = form_of(client, about, website="https://spam.example")
    answer = client.post(f"/report/?about={about}", sent)
    assert answer.url == "/report/thanks/"
    assert not Finding.objects.exists()


def test_a_form_sent_too_soon_too_late_or_of_another_record_comes_again(
    client, article, monkeypatch
):
    about = f"article-{article.pk}"
    other = make_article(published=True)
    address = f"/report/?about={about}"
    sent = form_of(client, about)
    assert "请检查后再提交" in client.post(address, sent).content.decode()
    monkeypatch.setattr(report_form, "LEAST_SECONDS", 0)
    foreign = form_of(client, f"article-{other.pk}")["stamp"]
    for stamp in ("x", foreign):
        page = client.post(address, {**sent, "stamp": stamp})
        assert "表单已过期" in page.content.decode()
        assert "应为柏嵩。" in page.content.decode()
    assert not Finding.objects.exists()
    again = page.context["form"]["stamp"].value()
    monkeypatch.setattr(report_form, "MOST_SECONDS", 0)
    old = {**sent, "stamp": again}
    later = time.time() + 2
    monkeypatch.setattr(time, "time", lambda: later)
    assert "表单已过期" in client.post(address, old).content.decode()
    monkeypatch.setattr(report_form, "MOST_SECONDS", 60)
    assert client.post(address, old).status_code == 302


def test_nonsense_is_named_beside_its_field(client, article, patient):
    about = f"article-{article.pk}"
    sent = form_of(client, about, message="错", email="x")
    form = client.post(f"/report/?about={about}", sent).context["form"]
    assert set(form.errors) == {"message", "email"}
    assert not Finding.objects.exists()


def test_one_visitor_sends_so_many_in_an_hour(
    client, article, patient, monkeypatch, settings
):
    monkeypatch.setattr(visitor_limit, "MOST_IN_THE_TIME", 2)
    about = f"article-{article.pk}"
    sent = form_of(client, about)

    def send(address: str, forwarded: str = "") -> int:
        answer = client.post(
            f"/report/?about={about}",
            sent,
            REMOTE_ADDR=address,
            HTTP_X_FORWARDED_FOR=forwarded,
        )
        return answer.status_code

    assert [send("192.0.2.1") for _ in range(3)] == [302, 302, 429]
    assert send("192.0.2.1", "198.51.100.7") == 429
    assert send("2001:db8::1") == send("2001:db8::2") == 302
    assert send("2001:db8::3") == 429
    assert send("2001:db8:0:1::3") == 302
    settings.BEHIND_PROXY = True
    assert send("192.0.2.1", "6.6.6.6, 198.51.100.7") == 302
    assert send("192.0.2.1", "7.7.7.7, 198.51.100.7") == 302
    assert send("192.0.2.1", "8.8.8.8, 198.51.100.7") == 429
