"""Create the bigram index of the database at hand: each engine has its own."""

from django.db import migrations

from search.engine import engine_of


def create_index(apps, schema_editor):
    schema_editor.execute(engine_of(schema_editor.connection.alias).CREATE)


def drop_index(apps, schema_editor):
    schema_editor.execute(engine_of(schema_editor.connection.alias).DROP)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create_index, drop_index)]
