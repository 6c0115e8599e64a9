"""What is kept of a run, and what becomes of faults in it."""

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.urls import reverse

from articles.models import Page
from importing import batch
from importing.models import ImportRun
from tests.importing.delivered import NEWSPAPER
from tests.importing.many_files.files_of_a_run import table
from tests.importing.test_commands import import_pages

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.django_db
def test_the_loads_of_one_command_are_together_in_the_admin(
    plain, client, settings
):
    (plain / "bad.txt").write_bytes(b"\0\1")
    import_pages(plain, "--newspaper", NEWSPAPER, "--date", "2019-03-15")
    import_pages(
        plain / "back.txt",
        "--newspaper",
        NEWSPAPER,
        "--date",
        "2019-03-15",
        "--page",
        "A2",
    )
    runs = ImportRun.objects.order_by("pk")
    assert len({one.batch for one in runs}) == 2
    assert [one.outcome for one in runs] == [
        "refused",
        "refused",
        "refused",
        "created",
    ]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.force_login(get_user_model().objects.create_superuser("chief"))
    listed = client.get(
        reverse("admin:importing_importrun_changelist"),
        {"batch": str(runs[0].batch)},
    )
    assert listed.context["cl"].result_count == 3
    shown = client.get(
        reverse("admin:importing_importrun_change", args=[runs[0].pk])
    ).content.decode()
    assert f"?batch={runs[0].batch}" in shown
    assert "refused 3" in shown
    done = runs[3]
    shown = client.get(
        reverse("admin:importing_importrun_change", args=[done.pk])
    ).content.decode()
    assert reverse("admin:articles_page_change", args=[done.page_id]) in shown
    assert "articles 2" in shown
    assert done.sha256 in shown


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["import_delivery", "pages_in"])
def test_a_fault_in_one_page_is_its_refusal_and_the_run_goes_on(
    plain, monkeypatch, caplog, where
):
    sound = getattr(batch, where)

    def faulty(given, *rest, **more):
        name = given[0].name if where == "pages_in" else given.file.name
        if name.endswith("back.txt"):
            raise KeyError("第二十0代表团\n")
        return sound(given, *rest, **more)

    monkeypatch.setattr(batch, where, faulty)
    manifest = table(
        plain,
        f"front.txt,{NEWSPAPER},2019-03-15,A1",
        f"back.txt,{NEWSPAPER},2019-03-15,A2",
    )
    _lines, complaints, code = import_pages(plain, "--manifest", manifest)
    reason = "an unexpected fault of the program: KeyError: '第二十0代表团\\n'"
    assert complaints == [f"{plain}/back.txt: {reason}"]
    assert code == 1
    assert Page.objects.get().label == "A1"
    refused = ImportRun.objects.get(outcome=ImportRun.Outcome.REFUSED)
    assert refused.message == reason
    assert "Traceback" in caplog.text


@pytest.mark.django_db
def test_a_store_that_is_gone_ends_the_run(plain, monkeypatch):
    def gone(*given, **more):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(batch, "import_delivery", gone)
    options = ("--newspaper", NEWSPAPER, "--date", "2019-03-15")
    _lines, complaints, code = import_pages(plain, *options)
    assert code == 1
    assert complaints[0].startswith("Stopped: server closed the connection.")
