"""Banks for tests of the formats: the questions about a balloon, with signs in them that formats use for themselves."""

from dataclasses import replace

from quizapp.exchange.bank_json import ApprovedItem, Bank
from services.balloon import world


def balloon_bank() -> Bank:
    """Everything of the balloon's library, every question approved."""
    made = world()
    scope = made.scope
    return Bank(
        articles=tuple(scope.articles.values()),
        relations=tuple(scope.catalogue.values()),
        names=scope.names.entries,
        rulings=made.rulings,
        claims=scope.claims,
        questions=tuple(ApprovedItem(id=one.item.id, item=one.item, reason="Read with care.") for one in made.candidates),
    )


def awkward_bank() -> Bank:
    """One question whose words hold signs that mean something in GIFT and in XML."""
    bank = balloon_bank()
    one = bank.questions[0]
    options = ("{a} = 1", "~b: 2 # 3", "c \\ <d> & e", "plain")
    item = replace(one.item, stem="What is a < b & c = {d}?", options=options, key=1, explanation="It is ~b.\nSee <the> text.")
    return replace(bank, questions=(replace(one, item=item),))
