from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def permit(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let editors keep the agenda and the votes of an event, and reviewers read them."""
    config = apps.get_app_config("events")
    # Django makes the permissions of new models only after all migrations have run.
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    ours = permission.objects.filter(
        content_type__app_label="events", content_type__model__in=["agendaitem", "vote"]
    )
    for name, allowed in (
        ("Editors", ours),
        ("Reviewers", ours.filter(codename__startswith="view_")),
    ):
        for editors in group.objects.filter(name=name):
            editors.permissions.add(*allowed)


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_reference_tables"), ("events", "0003_agenda_and_votes")]
    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
