"""What stands where in the site."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls as pages
from wagtail.admin import urls as admin

urlpatterns = [
    path("lms/", include("wagtail_lms.urls")),
    path("admin/", include(admin)),
    path("", include(pages)),
]
