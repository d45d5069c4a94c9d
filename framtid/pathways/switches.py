"""The switches beside the levers: SSB's alternative, what the State pays for, use of care."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from framtid.consequences.own_figures import LONGEST, OwnFigures, OwnFiguresError
from framtid.consequences.setting import STATES, USES, USUAL, Setting
from framtid.errors import UnknownAlternativeError
from framtid.language import Language
from framtid.pathways.described import DescribedSetting, DescribedSwitch
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.own_told import say_own
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.places import places
from framtid.projection import ALTERNATIVES

MAIN = "MMMM"
OWN = "own"
"""What the code of own figures is called in every address."""
NAMES = ("alternative", "state", "use", OWN)
"""What each switch is called in an answer for programs, and in a command."""


@dataclass(frozen=True, slots=True)
class Switches:
    """Where every switch stands."""

    alternative: str = MAIN
    setting: Setting = USUAL

    @classmethod
    def of(cls, alternative: str = "", state: str = "", use: str = "", own: str = "") -> "Switches":
        """Return the switches by name, and own figures by their code; an empty one is as usual.

        Raises:
            UnknownAlternativeError, UnknownOptionError: a switch has no such setting.
            OwnFiguresError: the code of own figures cannot be used.

        """
        if (alternative or MAIN) not in ALTERNATIVES:
            raise UnknownAlternativeError(alternative)
        return cls(alternative or MAIN, Setting.of(state, use, own))

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Switches":
        """Return the switches of an address; raise as ``of`` does."""
        told = {name: query.get(name, "")[:20] for name in CHOICES}
        return cls.of(**told, own=query.get(OWN, "")[: LONGEST + 1])

    @classmethod
    def read_for(cls, code: str, query: Mapping[str, str]) -> "Switches":
        """Return the switches of an address about a place.

        Raises:
            OwnFiguresError: the own figures are another place's; else as ``of`` does.

        """
        read = cls.read(query)
        if (own := read.setting.own) and own.place not in {"", code}:
            raise OwnFiguresError("elsewhere", places().get(own.place).short)
        return read

    def with_own(self, own: OwnFigures) -> "Switches":
        """Return the same with own figures."""
        return replace(self, setting=replace(self.setting, own=own))

    @property
    def query(self) -> dict[str, str]:
        """What an address says of them: only what is not as usual."""
        now = (self.alternative, self.setting.state, self.setting.use, self.setting.own.code)
        usual = (MAIN, USUAL.state, USUAL.use, "")
        named = zip(NAMES, now, usual, strict=True)
        return {name: value for name, value, before in named if value != before}

    def outlook(self, code: str, pathway: Pathway = AS_IT_IS) -> Outlook:
        """Return the outlook of a place; raise as ``outlook_of`` does."""
        return outlook_of(code, self.alternative, pathway, self.setting)


AS_USUAL = Switches()
CHOICES: Mapping[str, tuple[str, ...]] = {
    "alternative": tuple(ALTERNATIVES),
    "state": STATES,
    "use": USES,
}
"""What each switch may stand at."""


def described(language: Language) -> list[DescribedSwitch]:
    """Return every switch with its words: what it is, and what each setting means."""
    return [
        DescribedSwitch(
            id=name,
            title=language.say(f"switches.{name}.title"),
            text=language.say(f"switches.{name}.text"),
            usual=str(getattr(USUAL, name, MAIN)),
            settings=[
                DescribedSetting(
                    id=each,
                    title=language.say(f"switches.{name}.settings.{each}.title"),
                    text=language.say(f"switches.{name}.settings.{each}.text"),
                )
                for each in settings
            ],
        )
        for name, settings in CHOICES.items()
    ]


def told(switches: Switches, language: Language) -> list[str]:
    """Return a sentence for every switch that is not as usual, and one of own figures."""
    moved = [
        language.say(f"switches.{name}.settings.{value}.text")
        for name, value in switches.query.items()
        if name in CHOICES
    ]
    return [*moved, *say_own(switches.setting.own, language)]
