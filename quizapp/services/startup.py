"""The library's first start: the shipped seeds are loaded once, and again only when they changed."""

from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from quizapp.knowledge.digest import content_id
from quizapp.services.analysis import analyse_material
from quizapp.services.database import Database
from quizapp.services.library import Loaded, library_digest, load_library
from quizapp.services.material import Material, read_material


def load_seeds(db: Database, *, folder: Path, now: datetime) -> Loaded:
    """Bring the seeds below `folder` into the library unless exactly they are there; raises MaterialError, Invalid, NotSaved."""
    material = read_material([folder])
    digest = material_digest(material)
    if library_digest(db) == digest:
        return Loaded()
    analysis = analyse_material(material)
    return load_library(
        db,
        articles=material.articles,
        scope=analysis.scope,
        rulings=analysis.rulings,
        candidates=analysis.candidates(),
        quizzes=analysis.quizzes,
        decisions=analysis.decisions,
        digest=digest,
        now=now,
    )


def material_digest(material: Material) -> str:
    """A digest of every article, sidecar and pack file that was read, and of how the program reads them."""
    articles = tuple(
        (article.name, article.revision, article.title, article.slug, str(article.date), article.source, article.note)
        for article in material.articles.values()
    )
    files = tuple((name, data.decode("utf-8", "replace")) for name, data in sorted(material.files.items()))
    return content_id("material", version("quizapp"), articles, files)
