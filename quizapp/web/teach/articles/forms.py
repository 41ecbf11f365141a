"""What a teacher sends of an article."""

from dataclasses import replace

from wtforms import Form, SelectMultipleField, StringField

from quizapp.exchange.readable import LONGEST_TEXT
from quizapp.services.drafts import cut
from quizapp.services.own_articles import Form as FileForm
from quizapp.services.own_articles import Given, Rights


class BringForm(Form):
    """An article to look at: pasted, from a file, or from an address; services say what is wrong with it."""

    text = StringField()
    file = StringField()
    address = StringField()


class WordsForm(Form):
    """What stands beside the text."""

    title = StringField()
    date = StringField()
    source = StringField()
    link = StringField()
    rights = StringField(default=Rights.OWN_WORK.value)
    rights_note = StringField()

    def given(self) -> Given:
        """The words as the service takes them."""
        return Given(
            title=self.title.data or "",
            date=self.date.data or "",
            source=self.source.data or "",
            link=self.link.data or "",
            rights=self.rights.data or "",
            rights_note=self.rights_note.data or "",
        )


class ArticleForm(WordsForm):
    """The same with the text that is to be kept."""

    text = StringField()
    form = StringField(default=FileForm.PASTED.value)
    cut = SelectMultipleField(choices=[], validate_choice=False)

    @property
    def left(self) -> str:
        """The text without the lines that were ticked."""
        text = (self.text.data or "").replace("\r\n", "\n")
        return cut(text, self.cut.data) if self.cut.data and len(text) <= LONGEST_TEXT else self.text.data or ""

    def given(self) -> Given:
        """The article as the service takes it."""
        known = {one.value: one for one in FileForm}
        return replace(super().given(), text=self.left, form=known.get(self.form.data or "", FileForm.PASTED))
