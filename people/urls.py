from django.urls import path

from people import views

urlpatterns = [
    path("people/", views.PersonList.as_view(), name="people"),
    path("people/<int:pk>/", views.PersonView.as_view(), name="person"),
]
