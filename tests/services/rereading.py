"""One more article about the balloon, which people take in besides the files."""

from quizapp.knowledge.article import read_article
from quizapp.services.material import Material


def fourth() -> Material:
    """One more article, with what a person read in it."""
    words = b"The Gannet once more\n\nNora Feld says that the balloon Gannet carries 420 litres of gas and was sewn in Tolva.\n"
    pack = {
        "names.toml": '[[name]]\nname = "Nora Feld"\ntype = "person"\n',
        "relations.toml": "".join(
            f'[[relation]]\nkey = "{key}"\nsubject_type = "vehicle"\nabout = "{about}"\nvalue_type = "{kind}"\nasks = "{asks}"\n'
            for key, about, kind, asks in (
                ("gas_held", "how much gas it holds", "quantity", "how_many"),
                ("sewn_in", "where it was sewn", "place", "where"),
            )
        ),
        "claims.toml": "".join(
            f'[[claim]]\narticle = "fourth.txt"\nquote = "{quote}"\nsubject = "Gannet"\nrelation = "{relation}"\nvalue = "{value}"\n'
            for quote, relation, value in (
                ("carries 420 litres of gas", "gas_held", "420 litres"),
                ("was sewn in Tolva", "sewn_in", "Tolva"),
            )
        ),
    }
    articles = {"fourth.txt": read_article("fourth.txt", words)}
    return Material(articles=articles, files={name: part.encode() for name, part in pack.items()})
