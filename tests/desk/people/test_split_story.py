"""Who has told two people apart reads it in the story of the new one, in Chinese."""

import pytest
from django.urls import reverse

from people.models import Person
from tests.builders import make_article, make_mention, make_person, make_user
from tests.desk.test_chinese_desk import latin_words

pytestmark = pytest.mark.django_db


def test_a_split_is_told_and_its_story_names_no_field_in_english(client):
    client.force_login(make_user(username="甲", superuser=True))
    person = make_person(name="林向晚")
    bodies = ("林向晚主持。", "林向晚讲课。")
    articles = [make_article(body=body) for body in bodies]
    articles[0].page.issue.newspaper.people.add(person)
    marks = [
        make_mention(article=article, name="林向晚", person=person)
        for article in articles
    ]
    split = reverse("desk-split-person", args=[person.pk])
    answer = client.post(split, {"m": marks[1].pk, "note": "教师"}, follow=True)
    assert "勾选的各处已归这一位。" in answer.content.decode()
    other = Person.objects.get(note="教师")
    history = reverse("admin:people_person_history", args=[other.pk])
    told = client.get(history).content.decode()
    assert "报纸 – 人物" in told
    assert not latin_words(told)
