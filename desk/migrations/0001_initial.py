from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPS = ("people", "articles", "events", "editorial", "importing")
READ_ONLY = {
    "importrun",
    "finding",
    "correction",
    "review",
    "publication",
    "publicphoto",
    "publicperson",
    "publicevent",
    "statement",
    "change",
    "changecounter",
    "step",
    "steprow",
    "waitingstep",
    "draft",
    "hold",
}
# Which roles load pages and rosters; where merging and the tables of rules are decided.
LOADING = {
    f"{verb}_{model}"
    for verb in ("add", "change", "delete")
    for model in ("upload", "rosterentry", "rosterrow")
}
JUDGING = {"delete_person", "delete_event"} | {
    f"{verb}_{model}"
    for verb in ("add", "change", "delete")
    for model in ("fixedexpression", "lookalike")
}
ENTRY = "录入"
EDITOR = "责任编辑"
HEAD = "部门主任"
CHIEF = "总编"
KEEPER = "管理员"


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give the five roles their rights."""
    make_permissions(apps)
    permission = apps.get_model("auth", "Permission")
    ours = permission.objects.filter(content_type__app_label__in=APPS)
    views = ours.filter(codename__startswith="view_")
    seeing = set(views.values_list("codename", flat=True))
    changing = {"change_finding"} | {
        f"{verb}_{model}"
        for verb in ("add", "change", "delete")
        for model in ours.values_list("content_type__model", flat=True)
        if model not in READ_ONLY
    }
    deciding = seeing | changing - LOADING | {"undo_steps_of_others"}
    groups = apps.get_model("auth", "Group").objects
    for name, codenames in (
        (ENTRY, seeing | changing - JUDGING),
        (EDITOR, deciding | LOADING | {"first_review", "confirm_step"}),
        (HEAD, deciding | {"second_review", "confirm_step"}),
        (
            CHIEF,
            deciding | {"final_review", "publish_article", "confirm_step"},
        ),
        (KEEPER, seeing | LOADING | {"keep_colleagues"}),
    ):
        group, _created = groups.get_or_create(name=name)
        group.permissions.add(*ours.filter(codename__in=codenames))


def make_permissions(apps: Apps) -> None:
    """Make the permissions now: Django makes them only after all migrations have run."""
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def remove_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(
        name__in=[ENTRY, EDITOR, HEAD, CHIEF, KEEPER]
    ).delete()


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("articles", "0001_initial"),
        ("events", "0001_initial"),
        ("editorial", "0001_initial"),
        ("importing", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, remove_groups)]
