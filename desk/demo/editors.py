"""The demonstration's people: one corrects, three sign, one keeps the accounts and reads no
article.
"""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.models import User

from desk.colleagues.office_roles import OfficeRole, group_of_role
from editorial.office.keeping_colleagues import new_password

CORRECTOR = "bianji"
REVIEWERS = ("chushen", "fushen", "zhongshen")
PUBLISHER = "zhongshen"
NAMES = {
    "bianji": "编辑",
    "chushen": "初审编辑",
    "fushen": "复审编辑",
    "zhongshen": "终审编辑",
    "guanli": "管理员",
}
ROLES = {
    "bianji": OfficeRole.EDITOR,
    "chushen": OfficeRole.EDITOR,
    "fushen": OfficeRole.HEAD,
    "zhongshen": OfficeRole.CHIEF,
    "guanli": OfficeRole.KEEPER,
}


def make_editors() -> dict[str, str]:
    """Create the editors with fresh passwords in the groups that the migrations made, and return
    username → password.
    """
    passwords = {username: new_password() for username in NAMES}
    for username, password in passwords.items():
        user = User.objects.create_user(
            username,
            password=password,
            first_name=NAMES[username],
            is_staff=True,
        )
        user.groups.add(group_of_role(ROLES[username]))
    return passwords


def keep_passwords(file: Path, passwords: dict[str, str]) -> None:
    """Write the passwords where only this user of the machine reads them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    lines = [
        f"{username} {password}\n" for username, password in passwords.items()
    ]
    file.write_text("".join(lines))


def kept_passwords(file: Path) -> dict[str, str]:
    """Read the passwords back as they were first given; empty when the file is gone."""
    if not file.exists():
        return {}
    lines = file.read_text().splitlines()
    return dict(line.split() for line in lines)
