"""The same sentence in another language, typed by somebody who speaks it: one language at a time, or skipped.

Words of people are never translated by a machine. Who is not answered here reads the Dutch in a frame of
their own language.
"""

import unicodedata
from dataclasses import dataclass, replace

from domain.feedback import Draft
from domain.messages import Act, Choice, Text, Value, Verb
from handlers.reading import languages
from handlers.sentences import fingerprint
from handlers.states import Speaking
from handlers.turn import Situation, Turn, say

_SCRIPTS = {"ar": "ARABIC", "uk": "CYRILLIC"}
"""How letters are called in Unicode; other languages on offer have Latin ones."""


def _written_in(language: str, words: str) -> bool:
    """Whether some letter is of the script of this language: a Dutch word is no Arabic text."""
    script = _SCRIPTS.get(language, "LATIN")
    return any(unicodedata.name(letter, "").startswith(script) for letter in words)


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence that was approved in Dutch, on its way to its readers' other languages."""

    situation: Situation
    draft: Draft
    state: Speaking

    @property
    def _language(self) -> str | None:
        """The first language of its reporters, on offer in this wijk, that was neither given nor skipped."""
        done = {*self.state.skipped, *(language for language, _ in self.state.others)}
        return next((one for one in languages(self.situation, self.draft) if one not in done), None)

    def asked(self) -> Turn | None:
        """The question for the next language, or whether the words in it are right; None when all is said."""
        language = self._language
        if language is None:
            return None
        skip = Choice(Text("expert-skip"), Act(Verb.SKIP, self._about(language)))
        args: dict[str, Value] = {"language": Text("report-language", {"code": language})}
        if not self.state.words:
            text = Text("expert-ask-language", {**args, "sentence": self.state.sentence})
            return Turn(self.state, (say(self.situation, text, skip),))
        right = Act(Verb.APPROVE, self._about(f"{language}/{fingerprint(self.state.words)}"))
        again = Act(Verb.REWRITE, self._about(language))
        choices = (Choice(Text("expert-right"), right), Choice(Text("expert-improve"), again), skip)
        text = Text("expert-in-language", {**args, "words": self.state.words})
        return Turn(self.state, (say(self.situation, text, *choices),))

    def typed(self, words: str) -> Turn | None:
        """Somebody typed it; it is shown again before it counts. Letters of another script are no answer."""
        language = self._language
        if language is not None and not _written_in(language, words):
            text = Text("expert-not-in-language", {"language": Text("report-language", {"code": language})})
            skip = Choice(Text("expert-skip"), Act(Verb.SKIP, self._about(language)))
            return Turn(self.state, (say(self.situation, text, skip),))
        return replace(self, state=replace(self.state, words=words)).asked()

    def pressed(self, verb: Verb, about: str) -> "Voice":
        """[Klopt], [Verbeter] or [Overslaan] for this language; a button of another one changes nothing."""
        language, _, seen = about.partition("/")
        if language != self._language:
            return self
        state = self.state
        if verb is Verb.APPROVE and seen == fingerprint(state.words):
            return replace(
                self, state=replace(state, others=(*state.others, (language, state.words)), words="")
            )
        if verb is Verb.SKIP:
            return replace(self, state=replace(state, skipped=(*state.skipped, language), words=""))
        return replace(self, state=replace(state, words="")) if verb is Verb.REWRITE else self

    def _about(self, what: str) -> str:
        return f"voice/{self.draft.id}/{what}"
