"""XML that people bring: one that declares entities is refused, whatever they would swell to."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quizapp.exchange.readable import FileRefused

_DO = "Save the document again in its own program, or paste the text."


def read_xml(data: bytes, *, where: str) -> Element:
    """The root of a part; raises FileRefused when it is broken or declares anything of its own."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        found = f"declarations of its own in “{where[:60]}”, which could swell without end"
        raise FileRefused(found=found, expected="a document without them", do=_DO) from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileRefused(found=f"a broken part “{where[:60]}”", expected="a whole document", do=_DO) from error
    return root
