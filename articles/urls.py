from django.urls import path, register_converter

from articles import views
from articles.converters import DateConverter, LabelConverter, SizeConverter
from articles.feeds import NewestArticles

register_converter(DateConverter, "date")
register_converter(LabelConverter, "label")
register_converter(SizeConverter, "size")

urlpatterns = [
    path("newspapers/", views.NewspaperList.as_view(), name="newspapers"),
    path("newspapers/<slug:slug>/", views.NewspaperIssues.as_view(), name="newspaper"),
    path("newspapers/<slug:slug>/<date:date>/", views.IssueView.as_view(), name="issue"),
    path(
        "newspapers/<slug:slug>/<date:date>/<label:label>/", views.PageView.as_view(), name="page"
    ),
    path(
        "newspapers/<slug:slug>/<date:date>/<label:label>/<size:size>.webp",
        views.PagePicture.as_view(),
        name="page-picture",
    ),
    path(
        "newspapers/<slug:slug>/<date:date>/<label:label>/<int:position>/",
        views.ArticleView.as_view(),
        name="article",
    ),
    path("photos/", views.PhotoList.as_view(), name="photos"),
    path("photos/<int:pk>/", views.PhotoView.as_view(), name="photo"),
    path("photos/<int:pk>/<size:size>.webp", views.PhotoPicture.as_view(), name="photo-picture"),
    path("feed/", NewestArticles(), name="feed"),
]
