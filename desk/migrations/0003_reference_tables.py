"""Put the reader's own tables where editors can keep them: fixed expressions and look-alike characters."""

from django.db import migrations

from reader.data import default_expressions, default_look_alikes


def seed(apps, schema_editor):
    FixedExpression = apps.get_model("desk", "FixedExpression")
    LookAlike = apps.get_model("desk", "LookAlike")
    FixedExpression.objects.bulk_create(
        FixedExpression(
            phrase=row.phrase,
            preferred=row.preferred,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            authority=row.authority,
        )
        for row in default_expressions()
    )
    LookAlike.objects.bulk_create(
        LookAlike(character=character, mistaken_for=others)
        for character, others in default_look_alikes().items()
    )


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_editors_and_reviewers")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
