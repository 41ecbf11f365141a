"""Words that end with a full stop that ends no sentence, and words that begin one."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


TITLES = _words(
    "mr mrs ms mx dr prof rev fr hon sen rep gov gen lt col sgt cpl capt cmdr maj adm pres supt insp messrs mme mlle sr sra hr",
    "st ste mt ft brig det",
)
NEVER_END = _words(
    "e.g i.e cf viz vs v approx ca c fig figs eq op pp p vol vols nos chap ch sec art ed eds trans incl esp resp al b d r",
    "arr dept est tel ext ave blvd rd hwy",
)
MAY_END = _words(
    "inc ltd co corp llc plc bros jr sr etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
    "u.s u.k u.n e.u d.c l.a ph.d b.a m.a b.sc m.sc b.c a.d c.e a.m p.m min max sq km cm kg lb lbs ft oz hrs mins",
)
MONTHS_AND_DAYS = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept",
    "oct nov dec monday tuesday wednesday thursday friday saturday sunday",
)
STARTERS = _words(
    "the a an this that these those he it she they we you i there here his her its their our my your and but so or yet if when",
    "while although though because since after before during in on at by for from with without under over as to of both all some",
    "many most several few each every no not now then thus therefore however moreover meanwhile instead according among between",
    "what who whom whose which where why how one two three four five six seven eight nine ten another other others until once",
    "despite even also only such nobody nothing everyone everything someone something police officials experts researchers",
    "scientists critics supporters people children women men residents following late early",
)
SPEECH_VERBS = _words(
    "said says say saying added adds asked asks told tells explained explains wrote writes replied replies noted notes stated states",
    "argued argues claimed claims insisted insists recalled recalls remarked remarks commented comments continued continues concluded",
    "concludes declared declares described describes pointed points warned warns admitted admits joked jokes exclaimed cried shouted",
    "whispered answered announced announces tweeted posted reported reports revealed reveals confirmed confirms observed observes",
    "complained complains suggested suggests",
)
