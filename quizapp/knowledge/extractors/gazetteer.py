"""Lists that vote on the type of a name: places, first names, titles, and the words that names of one kind begin or end with."""

import tomllib
from functools import cache
from importlib.resources import files

from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.values.base import ValueType

TITLES = frozenset(
    """mr mrs ms miss dr dr. mr. mrs. ms. prof prof. professor sir dame lord lady saint st st. rev rev. reverend father sister brother king queen prince
    princess emperor empress duke duchess count countess baron baroness pope bishop archbishop cardinal rabbi imam sheikh president vice-president
    premier chancellor minister secretary undersecretary senator congressman congresswoman representative governor mayor councillor judge justice
    chief captain commander colonel major general lieutenant sergeant admiral corporal officer inspector detective constable ambassador director
    chairman chairwoman chairperson spokesman spokeswoman spokesperson coach manager administrator sen. gov. gen. col. capt. lt. sgt. maj. hon.
    actor actress singer author writer poet composer architect engineer surgeon doctor cosmonaut astronaut""".split()
)
_ENDS = {
    ValueType.ORGANISATION: """university college institute school academy inc ltd corp corporation company co bank party committee council ministry
    department agency association society union league club church foundation board court orchestra band team fc times post herald news commission
    authority army navy force police office group airlines airways press network laboratory parliament senate congress government federation
    organization organisation trust service broncos panthers rovers conference studios records industries motors pictures guard assembly
    sheriff's magazine""",
    ValueType.PLACE: """river island islands lake mountain mountains street road avenue square bridge park airport station stadium arena castle cathedral
    tower towers hall palace county province state city town village valley bay ocean sea desert peninsula coast harbour harbor port cemetery hospital
    museum library center centre theatre theater reserve cosmodrome canal beach forest gulf district region mosque temple abbey memorial planetarium
    footbridge tunnel mine field house bohemia africa asia america europe ground base complex lodge""",
    ValueType.EVENT: "war cup olympics festival championship championships revolution games battle massacre bowl tournament prize",
    ValueType.WORK: "symphony concerto quartet trio sonata dances overture requiem suite chronicle encyclopedia dictionary bible quran",
}
_BEGINS = {
    ValueType.PLACE: "mount lake cape fort port river isle gulf bay lower upper rue piazza",
    ValueType.ORGANISATION: "university institute ministry department bank church museum college royal federal national association society",
    ValueType.EVENT: "battle siege treaty",
    ValueType.VEHICLE: "hms uss rms mv ss soyuz apollo vostok voyager",
}
_DEMONYMS = """african albanian algerian american argentine argentinian armenian asian australian austrian azerbaijani bangladeshi belarusian belgian bolivian
bosnian brazilian british bulgarian cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian
egyptian english estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian hungarian icelandic indian indonesian iranian
iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kuwaiti latvian lebanese liberian libyan lithuanian malaysian mexican
moldovan mongolian moroccan nepalese nigerian norwegian pakistani palestinian panamanian paraguayan persian peruvian polish portuguese roman romanian
russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tanzanian thai
tunisian turkish ugandan ukrainian uruguayan venezuelan vietnamese welsh yugoslav zimbabwean former"""
_VEHICLES = ("space shuttle ", "soyuz ", "apollo ")


@cache
def places() -> frozenset[str]:
    """Folded names of countries, regions and large cities."""
    lines = _data("places.txt").splitlines()
    return frozenset(fold_name(name) for line in lines if not line.startswith("#") for name in line.split(", "))


@cache
def countries() -> frozenset[str]:
    """Folded names of countries: the first line of the list."""
    line = next(line for line in _data("places.txt").splitlines() if not line.startswith("#"))
    return frozenset(fold_name(name) for name in line.split(", "))


@cache
def first_names() -> dict[str, str]:
    """Folded first names, each with "male" or "female"."""
    lists: dict[str, str] = tomllib.loads(_data("first_names.toml"))
    return {fold(name): gender for gender, names in lists.items() for name in names.split()}


@cache
def name_ends() -> dict[str, ValueType]:
    """Last words that tell the type of a name."""
    return {word: kind for kind, words in _ENDS.items() for word in words.split()}


@cache
def name_beginnings() -> dict[str, ValueType]:
    """First words that tell the type of a name."""
    return {word: kind for kind, words in _BEGINS.items() for word in words.split()}


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nationality, in lower case."""
    return frozenset(_DEMONYMS.split())


def is_vehicle(folded: str) -> bool:
    """Whether a folded name is that of a spacecraft or ship by its first words."""
    return folded.startswith(_VEHICLES)


def _data(name: str) -> str:
    return files("quizapp.knowledge.extractors").joinpath("data").joinpath(name).read_text(encoding="utf-8")
