from django.urls import path

from desk.views import original

urlpatterns = [path("media/<path:path>", original, name="original")]
