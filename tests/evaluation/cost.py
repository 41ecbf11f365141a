"""What claims and facts cost beside the language model's own pass over the same text, in the same run."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.article import Article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.extractors import extract, model
from quizapp.knowledge.scope import make_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """Seconds of processor time of the model alone and of everything, and the peak of memory in MB."""

    words: int
    model: float
    whole: float
    memory: float

    @property
    def ratio(self) -> float:
        """The whole over the model's own pass."""
        return self.whole / self.model


def measure_cost(articles: Sequence[Article], *, rounds: int = 3) -> Cost:
    """Both over the same articles, each the best of some rounds, after a first one that warms up."""
    nlp = model.load()
    texts = [article.text for article in articles]
    alone, whole = [], []
    for _ in range(rounds + 1):
        begin = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=model.BATCH):
            pass
        middle = time.process_time()
        make_scope({article.name: article for article in articles}, extract(articles), catalogue=shipped_catalogue())
        alone.append(middle - begin)
        whole.append(time.process_time() - middle)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(words=sum(len(text.split()) for text in texts), model=min(alone[1:]), whole=min(whole[1:]), memory=peak)
