"""The web application: pages over the services, nothing more."""

from datetime import timedelta

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp.resources import resource_folder
from quizapp.services.database import Database, open_database
from quizapp.services.passwords import Passwords
from quizapp.settings import Settings, secret_key
from quizapp.web import compression, converters, errors, gate, headers, plain_words, static_files, uploads, words_in_templates
from quizapp.web.account.board_name_routes import blueprint as board_name_pages
from quizapp.web.account.inviting_routes import blueprint as inviting_pages
from quizapp.web.account.password_routes import blueprint as password_pages
from quizapp.web.account.people_routes import blueprint as people_pages
from quizapp.web.account.routes import blueprint as account_pages
from quizapp.web.articles.routes import blueprint as articles_pages
from quizapp.web.assets import load_assets
from quizapp.web.boards.routes import blueprint as board_pages
from quizapp.web.classes.assignment_routes import blueprint as assignment_pages
from quizapp.web.classes.results_routes import blueprint as results_pages
from quizapp.web.classes.routes import blueprint as class_pages
from quizapp.web.health.routes import blueprint as health_pages
from quizapp.web.history.routes import blueprint as history_pages
from quizapp.web.jobs.routes import blueprint as job_pages
from quizapp.web.joining.routes import blueprint as joining_pages
from quizapp.web.library_articles.routes import blueprint as library_article_pages
from quizapp.web.library_articles.shared_routes import blueprint as shared_article_pages
from quizapp.web.library_articles.withdrawn_routes import blueprint as withdrawn_article_pages
from quizapp.web.modes.routes import blueprint as mode_pages
from quizapp.web.play.clock import blueprint as clock_pages
from quizapp.web.play.kept import blueprint as kept_pages
from quizapp.web.play.routes import blueprint as play_pages
from quizapp.web.play.sharing import blueprint as sharing_pages
from quizapp.web.reports.routes import blueprint as reports_pages
from quizapp.web.review.bulk_routes import blueprint as review_bulk_pages
from quizapp.web.review.edit_routes import blueprint as review_edit_pages
from quizapp.web.review.overview_routes import blueprint as review_overview_pages
from quizapp.web.review.preview_routes import blueprint as review_preview_pages
from quizapp.web.review.record_routes import blueprint as review_record_pages
from quizapp.web.review.report_routes import blueprint as review_report_pages
from quizapp.web.review.routes import blueprint as review_pages
from quizapp.web.rulings.fact_routes import blueprint as fact_pages
from quizapp.web.rulings.name_routes import blueprint as name_pages
from quizapp.web.rulings.routes import blueprint as ruling_pages
from quizapp.web.shell.routes import blueprint as shell_pages
from quizapp.web.site.routes import blueprint as site_pages
from quizapp.web.teach.articles.routes import blueprint as own_article_pages
from quizapp.web.teach.questions.asking import blueprint as asking_pages
from quizapp.web.teach.questions.routes import blueprint as own_question_pages
from quizapp.web.teach.quizzes.routes import blueprint as own_quiz_pages
from quizapp.web.teach.reports.routes import blueprint as own_report_pages
from quizapp.web.teach.routes import blueprint as teach_pages
from quizapp.web.teach.waiting.routes import blueprint as own_waiting_pages
from quizapp.web.visits import Cookies

BLUEPRINTS = (
    account_pages,
    password_pages,
    people_pages,
    inviting_pages,
    board_name_pages,
    play_pages,
    mode_pages,
    history_pages,
    board_pages,
    kept_pages,
    clock_pages,
    reports_pages,
    review_pages,
    review_edit_pages,
    review_preview_pages,
    review_bulk_pages,
    review_report_pages,
    review_record_pages,
    review_overview_pages,
    sharing_pages,
    shell_pages,
    job_pages,
    teach_pages,
    own_article_pages,
    own_question_pages,
    asking_pages,
    own_quiz_pages,
    own_report_pages,
    own_waiting_pages,
    library_article_pages,
    shared_article_pages,
    withdrawn_article_pages,
    fact_pages,
    name_pages,
    ruling_pages,
    class_pages,
    assignment_pages,
    results_pages,
    joining_pages,
    articles_pages,
    site_pages,
    health_pages,
    static_files.blueprint,
)


def create_app(settings: Settings, db: Database | None = None, passwords: Passwords | None = None) -> Flask:
    """The application over `db`, or over the database that the settings name; `passwords` sets what hashing one costs."""
    app = Flask(__name__, static_folder=None, template_folder=str(resource_folder("templates")))
    app.config.update(_config(settings))
    app.session_interface = Cookies()
    app.extensions["database"] = db or open_database(settings.database(), settings.instance)
    app.extensions["passwords"] = passwords or Passwords()
    app.extensions["assets"] = load_assets(resource_folder("static"))
    _set_up_templates(app)
    _set_up_requests(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if near := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=near, x_proto=near)  # type: ignore[method-assign]
    return app


def _config(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": secret_key(settings),
        "SITE_NAME": settings.site_name,
        "FETCH_ADDRESSES": settings.fetch_addresses == "on",
        "SESSION_COOKIE_NAME": "quizapp",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=180),
        "WTF_CSRF_TIME_LIMIT": None,  # a page may lie open over night; its token is bound to the visit's cookie all the same
        "MAX_CONTENT_LENGTH": 16_384,
        "MAX_FORM_PARTS": 50,
    }


def _set_up_templates(app: Flask) -> None:
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    words_in_templates.register(app)


def _set_up_requests(app: Flask) -> None:
    converters.register(app)
    plain_words.register(app)
    gate.close(app)
    uploads.register(app)
    compression.register(app)
    headers.register(app)
    errors.register(app)
    CSRFProtect(app)
