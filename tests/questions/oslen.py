"""A small world for the tests: three articles about a bridge in Oslen, with what a person read in them."""

from functools import cache

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.scope import Scope, make_scope
from quizapp.questions.background import Background, survey
from quizapp.questions.item import Candidate, Item, Kind

OPENING = """A bridge for Oslen

The Oslen Bridge opened on 4 May 2019. The engineer Mara Lindqvist designed the Oslen Bridge.

Mayor Jonas Berg cut the ribbon at 11:30 a.m. local time.

About 200 guests came to the opening. The Oslen Bridge is 320 metres long. "A gift to the whole town," said Jonas Berg.

Petra Holm, a baker, sold 75 cakes.

Work took 14 months. In Denmark, the newspaper Fjord praised it. Ferries and a rowing boat carried people before.
"""
LOOK_BACK = """Ten things about a bridge

The Oslen Bridge is 350 metres long, says the town archive. Mara Lindqvist designed it. Tore Dahl will repaint the Oslen Bridge in 2031.

The Oslen Bridge is the longest bridge in the north, with reservations. It is a swing bridge.

The Oslen Bridge was built with help from Denmark.

Work took 14 months.
"""
RUMOUR = """A drunkard's rumour

Some say that the Oslen Bridge is 25 to 30 metres wide; Marra Lindqvist drew it. Petra Holm said, "it will sink".
Rope came from Denmark and Norway.
"""
ARTICLES = {"opening.txt": (OPENING, "2019-05-06"), "look_back.txt": (LOOK_BACK, None), "rumour.txt": (RUMOUR, None)}

NAMES = """
[[name]]
name = "Oslen Bridge"
type = "place"
[[name]]
name = "Mara Lindqvist"
type = "person"
aliases = ["Lindqvist"]
[[name]]
name = "Marra Lindqvist"
type = "person"
[[name]]
name = "Jonas Berg"
type = "person"
aliases = ["Mayor Jonas Berg"]
[[name]]
name = "Petra Holm"
type = "person"
[[name]]
name = "Tore Dahl"
type = "person"
[[name]]
name = "Denmark"
type = "place"
[[name]]
name = "swing bridge"
type = "role"
broader = ["movable bridge"]
[[name]]
name = "movable bridge"
type = "role"
"""
RULINGS = """
[[ruling]]
kind = "open_name"
names = ["Mara Lindqvist", "Marra Lindqvist"]
reason = "Nobody has asked yet."
[[ruling]]
kind = "not_asked"
subject = "Oslen Bridge"
relation = "bridge_width"
reason = "Hearsay."
"""


def proposal(relation: str, *options: str) -> str:
    """A proposal for a fact on the bridge as TOML."""
    listed = ", ".join(f'"{option}"' for option in options)
    return f'[[proposal]]\nsubject = "Oslen Bridge"\nrelation = "bridge_{relation}"\noptions = [{listed}]\n'


PROPOSALS = proposal("kind", "rope bridge", "arch bridge", "movable bridge", "beam bridge") + proposal(
    "called", "a burden for the whole town", "a danger to the whole town", "a joke on the whole town"
)


def _relation(key: str, value_type: str, asks: str, ask: str, tell: str, more: str = "", subject: str = "place", wording: str = "") -> str:
    return f"""
[[relation]]
key = "{key}"
subject_type = "{subject}"
value_type = "{value_type}"
asks = "{asks}"
about = "the {key.split("_")[1]} of the Oslen Bridge"
{more}
[[relation.wording]]
ask = "{ask}"
tell = "{tell}"
{wording}
"""


RELATIONS = "".join(
    (
        _relation("bridge_opening", "date", "when", "When did the {subject} open?", "The {subject} opened on {value}."),
        _relation(
            "bridge_designer",
            "person",
            "who",
            "Who designed the {subject}?",
            "{value} designed the {subject}.",
            wording='ask_subject = "Which bridge did {value} design?"\nasks_subject = "which"',
        ),
        _relation("bridge_length", "quantity", "how_many", "How long is the {subject}?", "The {subject} is {value} long."),
        _relation("bridge_width", "quantity", "how_many", "How wide is the {subject}?", "The {subject} is {value} wide."),
        _relation(
            "bridge_guests",
            "count",
            "how_many",
            "How many guests came to the opening of the {subject}?",
            "The guests at the opening of the {subject}: {value}.",
        ),
        _relation("bridge_work", "duration", "how_long", "How long did work on the {subject} take?", "Work on the {subject} took {value}."),
        _relation(
            "bridge_ribbon",
            "clock_time",
            "when",
            "At what time was the ribbon of the {subject} cut?",
            "The ribbon of the {subject} was cut at {value}.",
        ),
        _relation("bridge_kind", "role", "what", "What kind of bridge is the {subject}?", "The {subject} is a {value}."),
        _relation("bridge_called", "text", "what", "What did Jonas Berg call the {subject}?", "Jonas Berg called the {subject} {value}."),
        _relation("bridge_record", "text", "what", "Which record does the {subject} hold?", "The {subject} is {value}."),
        _relation(
            "bridge_help", "place", "where", "From which country came help for the {subject}?", "Help for the {subject} came from {value}."
        ),
        _relation(
            "bridge_painter",
            "person",
            "who",
            "Who is to repaint the {subject}?",
            "{value} is to repaint the {subject}.",
            wording='modality = "planned"\n[[relation.wording]]\nask = "Who painted the {subject}?"\ntell = "{value} did."',
        ),
        _relation(
            "bridge_ferry",
            "text",
            "what",
            "Which means of transport served Oslen before the {subject}?",
            "Before the {subject} there were {value}.",
            'cardinality = "many"',
        ),
    )
)


def claim(article: str, quote: str, relation: str, value: str, more: str = "") -> str:
    """A claim on the bridge as TOML."""
    return f"""
[[claim]]
article = "{article}.txt"
quote = "{quote}"
subject = "Oslen Bridge"
relation = "bridge_{relation}"
value = "{value}"
{more}
"""


CLAIMS = "".join(
    (
        claim("opening", "The Oslen Bridge opened on 4 May 2019", "opening", "4 May 2019"),
        claim("opening", "The engineer Mara Lindqvist designed the Oslen Bridge", "designer", "Mara Lindqvist"),
        claim("look_back", "Mara Lindqvist designed it", "designer", "Mara Lindqvist"),
        claim("rumour", "Marra Lindqvist drew it", "designer", "Marra Lindqvist"),
        claim("opening", "The Oslen Bridge is 320 metres long", "length", "320 metres"),
        claim("look_back", "The Oslen Bridge is 350 metres long", "length", "350 metres"),
        claim("rumour", "the Oslen Bridge is 25 to 30 metres wide", "width", "25 to 30 metres"),
        claim("opening", "About 200 guests came to the opening", "guests", "about 200 guests"),
        claim("opening", "Work took 14 months", "work", "14 months"),
        claim("look_back", "Work took 14 months", "work", "14 months"),
        claim("opening", "cut the ribbon at 11:30 a.m. local time", "ribbon", "11:30 a.m. local time"),
        claim("look_back", "It is a swing bridge", "kind", "swing bridge"),
        claim(
            "opening", "A gift to the whole town", "called", "a gift to the whole town", 'modality = "quoted"\nattributed_to = "Jonas Berg"'
        ),
        claim(
            "look_back",
            "is the longest bridge in the north, with reservations",
            "record",
            "the longest bridge in the north",
            'reservation = "with reservations"',
        ),
        claim("look_back", "was built with help from Denmark", "help", "Denmark"),
        claim("look_back", "Tore Dahl will repaint the Oslen Bridge", "painter", "Tore Dahl", 'modality = "planned"'),
        claim("opening", "Ferries and a rowing boat", "ferry", "ferries"),
        claim("opening", "a rowing boat carried people", "ferry", "a rowing boat"),
    )
)


def articles(**texts: str) -> dict[str, Article]:
    """The three articles, any text replaced; one of them is dated."""
    found = {}
    for name, (written, date) in ARTICLES.items():
        text = texts.get(name.removesuffix(".txt"), written)
        sidecar = f'title = "{text.splitlines()[0]}"\n' + (f"date = {date}\n" if date else "")
        found[name] = read_article(name, text.encode(), sidecar.encode())
    return found


def make(read: dict[str, Article] | None = None, **files: str) -> Scope:
    """The scope, with other articles or any of its pack files replaced."""
    texts = {"names": NAMES, "relations": RELATIONS, "claims": CLAIMS, "rulings": RULINGS, "proposals": PROPOSALS} | files
    read = read or articles()
    pack = read_pack({f"{name}.toml": text.encode() for name, text in texts.items()}, articles=read, catalogue={})
    return make_scope(read, pack, catalogue={})


@cache
def scope() -> Scope:
    """The scope as it is."""
    return make()


@cache
def background() -> Background:
    """The scope, surveyed."""
    return survey(scope())


def fact(relation: str) -> Fact:
    """The one fact of a relation."""
    (found,) = background().facts_of(f"bridge_{relation}")
    return found


def item(relation: str, options: tuple[str, ...], key: int = 0, **others: object) -> Item:
    """An item on a fact, sound apart from what is given."""
    asked = fact(relation)
    wording = asked.relation.wordings[0]
    told = {
        "kind": Kind(asked.relation.asks),
        "stem": wording.ask.replace("{subject}", asked.subject),
        "explanation": wording.tell.replace("{subject}", asked.subject).replace("{value}", options[key]),
        "fact": asked.id,
        "evidence": tuple(claim.evidence for claim in asked.positions[0].claims),
        "ordered": asked.positions[0].value.order is not None,
    }
    return Item(options=options, key=key, **{**told, **others})  # type: ignore[arg-type]


def of_kind(candidates: tuple[Candidate, ...], kind: Kind) -> list[Item]:
    """The items of one kind."""
    return [one.item for one in candidates if one.item.kind is kind]
