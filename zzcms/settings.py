"""Every setting, read from the environment (and from a .env file beside manage.py).

Production needs SECRET_KEY and ALLOWED_HOSTS and stops when one is missing; ZZCMS_DEBUG=1 is for
one's own machine."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from zzcms.described_api import SPECTACULAR_SETTINGS  # noqa: F401 - read by the library

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("ZZCMS_DEBUG", default=False)
SECRET_KEY = (
    "for-development-only-" + "0" * 40
    if DEBUG and "SECRET_KEY" not in env.ENVIRON
    else env.str("SECRET_KEY")
)
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS",
    default=["localhost", "127.0.0.1", "testserver"] if DEBUG else env.NOTSET,
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "desk",
    "public",
    "api",
    "operation",
    "importing",
    "editorial",
    "search",
    "events",
    "articles",
    "people",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
    "health_check",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zzcms.keeping.kept_pages.KeptPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "zzcms.sharing.SharingMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zzcms.language.AddressLanguageMiddleware",
    "zzcms.conditional.ConditionalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zzcms.sent_again.SentAgainMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "zzcms.limits.KeyTooLargeMiddleware",
    "zzcms.telling_programs.TellingProgramsMiddleware",
    "public.missing.former_addresses.FormerSlugMiddleware",
    "desk.second_person.asking_middleware.SecondPersonMiddleware",
]

ROOT_URLCONF = "zzcms.urls"
WSGI_APPLICATION = "zzcms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zzcms.twins.twins",
            ],
        },
    },
]

# Data

DATABASES = {
    "default": env.db(
        "DATABASE_URL",
        default=f"sqlite:///{BASE_DIR / 'var' / 'zzcms.sqlite3'}",
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers read while one writes; IMMEDIATE takes the write lock at once instead of
    # failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A thread of the server keeps its connection: to open one costs more than a kept page.
DATABASES["default"]["CONN_MAX_AGE"] = None
CACHES = {"default": env.cache("REDIS_URL", default="locmemcache://")}
# With one cache for all processes a page that one of them made is kept for the others too.
SHARES_KEPT_PAGES = CACHES["default"]["BACKEND"].endswith("RedisCache")
if SHARES_KEPT_PAGES:
    BREAKING = "zzcms.keeping.breaking_redis.BreakingRedisCache"
    CACHES["default"]["BACKEND"] = BREAKING
# In one's own workshop templates change under the server's feet.
KEPT_BYTES = 0 if DEBUG else 64_000_000
KEPT_PAGES_BYTES = env.int("KEPT_PAGES_BYTES", default=KEPT_BYTES)
# From how many events, or days, a congress has a plan, and one of numbers.
CONGRESS_PLAN_FROM = env.int("CONGRESS_PLAN_FROM", default=8)
CONGRESS_COUNTS_FROM = env.int("CONGRESS_COUNTS_FROM", default=60)
CONGRESS_COUNTS_FROM_DAYS = env.int("CONGRESS_COUNTS_FROM_DAYS", default=8)
# What the page about this record says of who is behind it.
SITE_PUBLISHER = env.str("SITE_PUBLISHER", default="")
SITE_LICENCE = env.str("SITE_LICENCE", default="")
SITE_CONTACT = env.str("SITE_CONTACT", default="")
# Whether readers and programs may take the original pictures away: whoever says so has the rights.
OFFER_ORIGINALS = env.bool("OFFER_ORIGINALS", default=False)
HEALTH_CHECKS = ["health_check.checks.Database", "health_check.checks.Cache"]

# Background work: the queue is a table; without a worker short jobs are done by whoever asks.

TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    "at_once": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
}

# Letters to readers who reported an error
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="zzcms@localhost")
BACKGROUND_LOADS = "operation.loading_jobs.LoadingJobs"

# Language and time

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
# The desk alone has a choice; public pages speak the language of their address.
LANGUAGE_COOKIE_PATH = "/admin/"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["zzcms.formats"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = BASE_DIR / env.str("MEDIA_ROOT", default="var/media")
ORIGINALS_ROOT = BASE_DIR / env.str("ORIGINALS_ROOT", default="var/originals")
# Files sent by a browser, until they are loaded or a day has passed; workers read them there.
UPLOADS_ROOT = BASE_DIR / env.str("UPLOADS_ROOT", default="var/uploads")
MAX_UPLOAD_BYTES = env.int("MAX_UPLOAD_BYTES", default=2_000_000_000)
DATA_UPLOAD_MAX_NUMBER_FILES = env.int("MAX_UPLOAD_FILES", default=500)
STORAGES = {
    "default": {"BACKEND": "articles.whole_files.WholeFileStorage"},
    "originals": {"BACKEND": "importing.models.original.OriginalStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
MAX_IMAGE_PIXELS = env.int("MAX_IMAGE_PIXELS", default=40_000_000)
MAX_PAGE_BYTES = env.int("MAX_PAGE_BYTES", default=4_000_000)
MAX_PAGE_CHARACTERS = env.int("MAX_PAGE_CHARACTERS", default=200_000)
MAX_FILE_BYTES = env.int("MAX_FILE_BYTES", default=100_000_000)
MAX_FILE_PAGES = env.int("MAX_FILE_PAGES", default=200)
MAX_ARCHIVE_ENTRIES = env.int("MAX_ARCHIVE_ENTRIES", default=50_000)
MAX_ARCHIVE_RATIO = env.int("MAX_ARCHIVE_RATIO", default=100)
MAX_ARCHIVE_DEPTH = env.int("MAX_ARCHIVE_DEPTH", default=2)
NAME_MODEL = BASE_DIR / env.str("NAME_MODEL", default="var/names.model")
USE_NAME_MODEL = env.bool("USE_NAME_MODEL", default=False)

# Security

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
# Its pages speak no Chinese; a lockout ends by itself, or with ``manage.py axes_reset``.
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# Behind a proxy every connection comes from it; without one the header says what a visitor likes.
AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR"] * BEHIND_PROXY + [
    "REMOTE_ADDR"
]
AXES_IPWARE_PROXY_ORDER = "right-most"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "zzcms.sent_again.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool(
    "ZZCMS_HTTPS", default=not DEBUG
)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_SSL_REDIRECT
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
)

# API

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["api.rendering.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_FILTER_BACKENDS": ["api.strict.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "api.keyset.KeysetPagination",
    "DEFAULT_METADATA_CLASS": "api.methods.Methods",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": env.str("API_RATE", default="600/min")},
    # Who asks is the last address that the proxy before us has seen, else the connection's own.
    "NUM_PROXIES": int(BEHIND_PROXY),
    "EXCEPTION_HANDLER": "api.strict.clear_errors",
    "URL_FORMAT_OVERRIDE": None,
    "UNAUTHENTICATED_USER": None,
}
SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
