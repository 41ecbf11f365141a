"""A small library for tests: three articles on an island, twelve facts, one question for each."""

from dataclasses import dataclass
from datetime import UTC, datetime

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.claim import cite
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import Candidate, CheckResult, Item, Kind, State
from quizapp.services.database import Database
from quizapp.services.library import load_library

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

ARTICLES = {
    "lamp.txt": (
        "The lamp on Skerry burns again",
        "The lamp on Skerry burns again\n\nThe tower was drawn by Robert Hale. It was finished in 1871, and it stands 38 metres tall."
        " Its lamp came from a glassworks in Bergen.\n\nThe winter without a lamp lasted six weeks, the harbour office writes.\n",
    ),
    "keeper.txt": (
        "A keeper remembers the long winter",
        "A keeper remembers the long winter\n\nIda Moar kept the light for 31 years. Her dog was called Bosun,"
        " and her stove burned peat.\n\n"
        "“Robert Hale drew it well,” she says of the tower. The winter without a lamp lasted two months, she remembers.\n",
    ),
    "harbour.txt": (
        "Skerry opens its harbour to visitors",
        "Skerry opens its harbour to visitors\n\nElin Voss opened the harbour on Sunday. The ferry Tern sails twice a day.\n\n"
        "Visitors counted 240 seals. Skerry is the first island with a night ferry, if one leaves out the summer boats of 1990.\n",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """A fact with its places in articles and the question that asks it."""

    key: str
    value: str
    stem: str
    wrong: tuple[str, str, str]
    places: tuple[tuple[str, str, str], ...]
    explanation: str
    kind: Kind = Kind.WHAT


ROWS = (
    Row(key="drew", value="Robert Hale", stem="Who drew the tower on Skerry?", wrong=("Olaf Berg", "Ann Reid", "Tom Isbister"),
        places=(("lamp.txt", "drawn by Robert Hale", "Robert Hale"), ("keeper.txt", "Robert Hale drew it well", "Robert Hale")),
        explanation="Robert Hale is named as the one with the pencil.", kind=Kind.WHO),
    Row(key="finished", value="1871", stem="In which year was the tower finished?", wrong=("1790", "1815", "1924"),
        places=(("lamp.txt", "finished in 1871", "1871"),), explanation="Work on it ended in 1871."),
    Row(key="tall", value="38 metres", stem="How tall is the tower?", wrong=("12 metres", "61 metres", "95 metres"),
        places=(("lamp.txt", "stands 38 metres tall", "38 metres"),), explanation="From rock to roof it is 38 metres."),
    Row(key="lamp_from", value="Bergen", stem="Where did the lamp of Skerry come from?", wrong=("Leith", "Turku", "Aarhus"),
        places=(("lamp.txt", "from a glassworks in Bergen", "Bergen"),), explanation="A glassworks in Bergen made it.", kind=Kind.WHERE),
    Row(key="kept", value="Ida Moar", stem="Who kept the light on Skerry?", wrong=("Jean Flett", "Mary Sinclair", "Rosa Linklater"),
        places=(("keeper.txt", "Ida Moar kept the light", "Ida Moar"),), explanation="Ida Moar was its keeper.", kind=Kind.WHO),
    Row(key="years", value="31 years", stem="For how long did Ida Moar keep the light?", wrong=("9 years", "17 years", "50 years"),
        places=(("keeper.txt", "for 31 years", "31 years"),), explanation="She stayed for 31 years."),
    Row(key="dog", value="Bosun", stem="What was the keeper's dog called?", wrong=("Skipper", "Pepper", "Juno"),
        places=(("keeper.txt", "Her dog was called Bosun", "Bosun"),), explanation="The dog answered to Bosun."),
    Row(key="stove", value="peat", stem="What did the keeper's stove burn?", wrong=("coal", "driftwood", "oil"),
        places=(("keeper.txt", "her stove burned peat", "peat"),), explanation="It was peat that burned there."),
    Row(key="opened", value="Elin Voss", stem="Who opened the harbour of Skerry?", wrong=("Karin Holm", "Lise Dahl", "Nora Lund"),
        places=(("harbour.txt", "Elin Voss opened the harbour", "Elin Voss"),), explanation="Elin Voss did so.", kind=Kind.WHO),
    Row(key="seals", value="240", stem="How many seals did visitors count?", wrong=("15", "60", "900"),
        places=(("harbour.txt", "counted 240 seals", "240"),), explanation="They counted 240 of them."),
    Row(key="first", value="Skerry", stem="Which island is the first with a night ferry?", wrong=("Fara", "Copinsay", "Swona"),
        places=(("harbour.txt", "Skerry is the first island with a night ferry, if one leaves out the summer boats of 1990", "Skerry"),),
        explanation="Skerry is called the first, with one limit.", kind=Kind.WHICH),
    Row(key="winter", value="six weeks", stem="According to “The lamp on Skerry burns again”, how long was the winter without a lamp?",
        wrong=("ten days", "one night", "a whole year"),
        places=(("lamp.txt", "lasted six weeks", "six weeks"), ("keeper.txt", "lasted two months", "two months")),
        explanation="That article speaks of six weeks.", kind=Kind.ACCORDING_TO),
)  # fmt: skip


def articles() -> dict[str, Article]:
    """The three articles."""
    return {name: read_article(name, text.encode(), f"title = '{title}'".encode()) for name, (title, text) in ARTICLES.items()}


def pack() -> Pack:
    """What a person read in them."""
    tables = [table for row in ROWS for table in _tables(row)]
    ruling = '[[ruling]]\nkind = "qualified"\nsubject = "the first of Skerry"\nrelation = "first"\nreason = "the article limits it"'
    return read_pack({"claims.toml": "\n".join([*tables, ruling]).encode()}, articles=articles(), catalogue=shipped_catalogue())


def scope() -> Scope:
    """Articles and pack together."""
    return make_scope(articles(), pack(), catalogue=shipped_catalogue())


def candidates(of: Scope) -> tuple[Candidate, ...]:
    """One approved question for each fact."""
    facts = {fact.relation.key: fact for fact in of.facts}
    checks = (CheckResult(name="stands_alone", passed=True, detail="The question can be read on its own."),)
    return tuple(Candidate(item=_item(row, facts[row.key]), checks=checks, state=State.APPROVED) for row in ROWS)


def quizzes(made: tuple[Candidate, ...]) -> tuple[FeaturedQuiz, ...]:
    """A quiz of ten questions and one of two."""
    ids = [candidate.item.id for candidate in made]
    return (
        FeaturedQuiz(
            slug="ten-on-skerry",
            title="Ten on Skerry",
            note="An island, its tower and its keeper.",
            level="Easy",
            items=(*ids[:9], ids[11]),
        ),
        FeaturedQuiz(
            slug="winter", title="The long winter", note="Two articles remember it differently.", level="Tricky", items=(ids[10], ids[11])
        ),
    )


def load(db: Database) -> None:
    """Store the library."""
    found = scope()
    made = candidates(found)
    load_library(
        db, articles=articles(), scope=found, rulings=pack().rulings, candidates=made, quizzes=quizzes(made), digest="skerry", now=NOW
    )


def answer_to(stem: str) -> str:
    """The right answer to a question."""
    return next(row.value for row in ROWS if row.stem == stem)


def _tables(row: Row) -> list[str]:
    subject = f"the {row.key} of Skerry"
    relation = (
        f'[[relation]]\nkey = "{row.key}"\nsubject_type = "text"\nvalue_type = "text"\nasks = "what"\nabout = "the {row.key} of a place"'
    )
    claims = [
        "\n".join(
            (
                "[[claim]]",
                f'article = "{article}"',
                f'quote = "{quote}"',
                f'subject = "{subject}"',
                f'relation = "{row.key}"',
                f'value = "{value}"',
            )
        )
        for article, quote, value in row.places
    ]
    return [relation, *claims]


def _item(row: Row, fact: Fact) -> Item:
    article, quote, _ = row.places[0]
    text = articles()[article]
    start = text.text.index(quote)
    return Item(
        kind=row.kind,
        stem=row.stem,
        options=(row.value, *row.wrong),
        key=0,
        explanation=row.explanation,
        fact=fact.id,
        evidence=(cite(text, start, start + len(quote)),),
        source=article if row.kind is Kind.ACCORDING_TO else None,
    )
