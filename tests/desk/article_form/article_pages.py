"""The page of an article as a colleague opens it, and what it answers."""

BODY = "会议由林向皖主持。\n周易安讲话。"


def words_of(response) -> str:
    return " ".join(map(str, response.context["messages"]))
