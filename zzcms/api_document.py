"""What the API's own document says of itself, as the settings give it to its library."""

SPECTACULAR_SETTINGS = {
    "TITLE": "zzcms",
    "DESCRIPTION": (
        "What is published: newspapers, issues, pages, articles, photos, "
        "people, organizations, events, search, and the log of changes.\n\n"
        "Lists come in pages: follow `next` and `previous`. "
        "Every answer has an `ETag`: send it back as `If-None-Match`. "
        "An unknown parameter, value or ordering is answered with 400 "
        "and the nearest valid one."
    ),
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": False,
    "ENUM_NAME_OVERRIDES": {
        "RecordKindEnum": "editorial.models.change.RecordKind",
        "EventKindEnum": "events.models.event.Event.Kind",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.strict.document_errors",
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "tryItOutEnabled": True,
        "validatorUrl": None,
        # Every operation shows its own; all of them in full would be pages long.
        "defaultModelsExpandDepth": 0,
    },
}
