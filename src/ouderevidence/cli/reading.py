"""The command that counts how the Dutch statements read."""

from typing import TYPE_CHECKING

from ouderevidence.cli.app import FormatOption, app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import Format, say, show
from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

_HEADS = {
    "id": Text("Id", "Id"),
    "sentences": Text("Zinnen", "Sentences"),
    "words": Text("Woorden", "Words"),
    "words_per_sentence": Text("Woorden per zin", "Words per sentence"),
    "longest": Text("Langste zin", "Longest sentence"),
    "long_words": Text("Lange woorden", "Long words"),
    "passives": Text("Lijdende zinnen", "Passive sentences"),
}
_TOTAL = Text(
    "Samen: {sentences} zinnen, {words} woorden, {mean} per zin, langste zin {longest} woorden; {long} % van de woorden"
    " heeft meer dan zes letters; {passives} lijdende zinnen.",
    "Together: {sentences} sentences, {words} words, {mean} per sentence, longest sentence {longest} words; {long}% of"
    " the words have more than six letters; {passives} passive sentences.",
)
_OUT = Text("Zinnen van meer dan {most} woorden: {ids}.", "Sentences of more than {most} words: {ids}.")
_NONE = Text("geen", "none")


@app.command(epilog=example("readability --groep vaders"))
@filtered
def readability(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print how the Dutch statements read: long sentences, long words, passives."""
    from ouderevidence.library import readability as reading

    frame = reading.readability(library)
    if not form.for_people:
        show(frame, form)
        return
    heads = {name: head.of(language) for name, head in _HEADS.items()}
    show(frame.drop(columns="stands_out").reset_index().rename(columns=heads), form, index=False)
    total = reading.total(library)
    mean, share = total.words / max(total.sentences, 1), 100 * total.long_words / max(total.words, 1)
    numbers = {"mean": f"{mean:.1f}", "long": f"{share:.0f}"}
    if language == "nl":
        numbers["mean"] = numbers["mean"].replace(".", ",")
    say()
    say(
        _TOTAL.of(language).format(
            sentences=total.sentences, words=total.words, longest=total.longest, passives=total.passives, **numbers
        )
    )
    ids = ", ".join(frame.index[frame["stands_out"]]) or _NONE.of(language)
    say(_OUT.of(language).format(most=reading.MOST_WORDS, ids=ids))
