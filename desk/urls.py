"""The addresses of the desk that are not Django's admin's own."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, path
from django.views.generic import View

from desk.article_story.story_views import RestoreView, StoryView
from desk.bench.case_views import CaseView, SameView
from desk.bench.undo_views import BackView
from desk.bench.word_views import BlockView, WhoView, WordsView
from desk.bench.workbench import Workbench
from desk.clash.clash_views import ClashView
from desk.colleagues.colleague_views import ColleaguesView, ColleagueView
from desk.event_order.order_views import PrintedOrderView
from desk.loading.delivered_files import DeliveredFileView
from desk.loading.page_views import MovePageView, TakeBackView
from desk.loading.roster_views import (
    CheckRosterView,
    RosterFileView,
    SendRosterView,
)
from desk.loading.upload_views import (
    DropUploadView,
    LoadUploadView,
    MendUploadView,
    PreviewUploadView,
    StopUploadView,
    UploadView,
)
from desk.people.choosing import NamesakesView
from desk.people.near_views import NearView, PairView
from desk.people.split_views import SplitView
from desk.photos.photo_screen import PhotoScreen, PhotoVerb
from desk.photos.picture_view import EditorsPicture
from desk.picture_files.many_views import (
    MatchView,
    SendPicturesView,
    SentPictureView,
)
from desk.picture_files.told_views import (
    AttachView,
    PhotoCopyView,
    TakeToldView,
    ToldScreen,
)
from desk.proofs.proof_views import ProofsView, SheetsView
from desk.review_sheet.sheet_views import ReviewView
from desk.rule_trial.expression_views import TryExpressionView
from desk.second_person.confirming_views import AskedListView, AskedView
from desk.today.taking_next import PresenceView, ReleaseView, TakeView
from desk.unsaved.draft_views import DraftView
from desk.views import original

PAGE = "admin/desk/page/<int:page>/"
COLLEAGUES = "admin/desk/colleagues/"
PHOTO = "admin/desk/photo/<int:photo>/"
PROOFS = "admin/desk/proofs/<int:issue>/"
ISSUE = "admin/desk/issue/<int:issue>/"
FILE = "admin/desk/file/<int:photo>/"
STORY = "admin/desk/story/<int:article>/"
UPLOAD = "admin/desk/upload/<uuid:token>/"


def _screen(route: str, view: type[View], name: str) -> URLPattern:
    """Lead to a screen that only staff who are logged in see."""
    return path(route, admin.site.admin_view(view.as_view()), name=name)


urlpatterns = [
    path("media/<path:path>", original, name="original"),
    _screen(PAGE, Workbench, "desk-page"),
    _screen(f"{PAGE}case/<int:case>/<slug:verb>/", CaseView, "desk-case"),
    _screen(f"{PAGE}same/", SameView, "desk-same"),
    _screen(f"{PAGE}words/", WordsView, "desk-words"),
    _screen(f"{PAGE}undo/<int:step>/", BackView, "desk-undo"),
    _screen(f"{PAGE}block/<int:block>/", BlockView, "desk-block"),
    _screen(f"{PAGE}name/<int:mention>/", WhoView, "desk-name"),
    _screen(PHOTO, PhotoScreen, "desk-photo"),
    _screen(f"{PHOTO}do/<slug:verb>/", PhotoVerb, "desk-photo-verb"),
    _screen(
        f"{PHOTO}picture/<slug:size>/", EditorsPicture, "desk-photo-picture"
    ),
    _screen(f"{PAGE}pictures/", SendPicturesView, "desk-page-pictures"),
    _screen(f"{PAGE}pictures/<uuid:token>/", MatchView, "desk-page-match"),
    _screen(f"{ISSUE}pictures/", SendPicturesView, "desk-issue-pictures"),
    _screen(f"{ISSUE}pictures/<uuid:token>/", MatchView, "desk-issue-match"),
    _screen(
        "admin/desk/sent/<uuid:token>/", SentPictureView, "desk-sent-picture"
    ),
    _screen("admin/desk/files/", ToldScreen, "desk-told"),
    _screen(f"{FILE}attach/", AttachView, "desk-attach"),
    _screen(f"{FILE}take/", TakeToldView, "desk-take-told"),
    _screen(f"{FILE}copy/", PhotoCopyView, "desk-photo-copy"),
    _screen(
        "admin/desk/try-expression/", TryExpressionView, "desk-try-expression"
    ),
    _screen("admin/desk/asked/", AskedListView, "desk-asked-list"),
    _screen("admin/desk/asked/<int:waiting>/", AskedView, "desk-asked"),
    _screen("admin/desk/take/", TakeView, "desk-take"),
    _screen("admin/desk/release/", ReleaseView, "desk-release"),
    _screen("admin/desk/presence/", PresenceView, "desk-presence"),
    _screen("admin/desk/draft/", DraftView, "desk-draft"),
    _screen("admin/desk/review/<int:article>/", ReviewView, "desk-review"),
    _screen(COLLEAGUES, ColleaguesView, "desk-colleagues"),
    _screen(
        f"{COLLEAGUES}<int:user>/<slug:verb>/", ColleagueView, "desk-colleague"
    ),
    _screen(PROOFS, ProofsView, "desk-proofs"),
    _screen(f"{PROOFS}sheets/", SheetsView, "desk-sheets"),
    _screen("admin/desk/clash/<int:article>/", ClashView, "desk-clash"),
    _screen(STORY, StoryView, "desk-story"),
    _screen(f"{STORY}restore/<int:version>/", RestoreView, "desk-restore"),
    # Before Django's own of the same address.
    _screen("admin/autocomplete/", NamesakesView, "desk-autocomplete"),
    _screen("admin/desk/people/near/", NearView, "desk-near"),
    _screen("admin/desk/people/pair/<int:pair>/", PairView, "desk-pair"),
    _screen(
        "admin/desk/people/<int:person>/split/", SplitView, "desk-split-person"
    ),
    _screen(
        "admin/desk/event/<int:event>/order/",
        PrintedOrderView,
        "desk-printed-order",
    ),
    _screen("admin/desk/roster/", SendRosterView, "desk-roster"),
    _screen(
        "admin/desk/roster/<uuid:token>/", CheckRosterView, "desk-roster-check"
    ),
    _screen(
        "admin/desk/roster/file.<slug:ending>",
        RosterFileView,
        "desk-roster-file",
    ),
    _screen("admin/desk/upload/", UploadView, "desk-upload"),
    _screen(
        "admin/desk/load/<int:run>/take-back/", TakeBackView, "desk-take-back"
    ),
    _screen(
        "admin/desk/delivered/<int:original>/",
        DeliveredFileView,
        "desk-delivered",
    ),
    _screen(f"{PAGE}move/", MovePageView, "desk-move-page"),
    _screen(UPLOAD, PreviewUploadView, "desk-upload-preview"),
    _screen(f"{UPLOAD}load/", LoadUploadView, "desk-upload-load"),
    _screen(f"{UPLOAD}mend/", MendUploadView, "desk-upload-mend"),
    _screen(f"{UPLOAD}stop/", StopUploadView, "desk-upload-stop"),
    _screen(f"{UPLOAD}drop/", DropUploadView, "desk-upload-drop"),
]
