"""Put the events of a day whose part of the day is not known behind those whose part is: 5 for 0 in the sort key."""

from django.db import migrations
from django.db.models import Value
from django.db.models.functions import Concat, Left

DAY = len("2021-09-27 ")


def put(part):
    def move(apps, schema_editor):
        events = apps.get_model("events", "Event").objects.filter(
            precision="day", part_of_day="", time=None
        )
        events.update(sort_key=Concat(Left("sort_key", DAY), Value(part)))

    return move


class Migration(migrations.Migration):
    dependencies = [("events", "0003_agenda_and_votes")]

    operations = [migrations.RunPython(put("5"), put("0"))]
