"""What can go wrong, told to the reader rather than to a programmer."""

from collections.abc import Sequence


class FramtidError(Exception):
    """An error with a text key: whoever shows it says it in the reader's language.

    ``key`` names a sentence in the language files (``errors.<key>``) and ``values`` fill it;
    ``str(error)`` is the same thing in plain English for the log and the command line.
    """

    def __init__(self, key: str, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.key = key
        self.values = values


class UnknownPlaceError(FramtidError):
    """No place has the code that was asked for."""

    def __init__(self, code: str) -> None:
        super().__init__("unknown_place", f"no place has the code {code!r}", code=code)


class NotAMunicipalityError(FramtidError):
    """Something that only a municipality has was asked of another kind of place."""

    def __init__(self, code: str) -> None:
        super().__init__("not_a_municipality", f"{code!r} is no municipality", code=code)


class UnknownViewError(FramtidError):
    """No view has the name that was asked for."""

    def __init__(self, view: str) -> None:
        super().__init__("unknown_view", f"there is no view called {view!r}", view=view)


class UnknownStoryError(FramtidError):
    """No story has the name that was asked for."""

    def __init__(self, story: str) -> None:
        super().__init__("unknown_story", f"there is no story called {story!r}", story=story)


class UnknownAlternativeError(FramtidError):
    """The projection has no such alternative."""

    def __init__(self, alternative: str) -> None:
        super().__init__(
            "unknown_alternative",
            f"there is no alternative {alternative!r}; choose MMMM, LLML or HHMH",
            alternative=alternative,
        )


class SnapshotError(FramtidError):
    """The committed figures are missing, damaged or of another edition than the code expects."""

    def __init__(self, table: str, problem: str, remedy: str) -> None:
        super().__init__(
            "snapshot",
            f"table {table}: {problem}. {remedy}",
            table=table,
            problem=problem,
            remedy=remedy,
        )


class UnknownTableError(FramtidError):
    """The snapshot has no table with the name that was asked for."""

    def __init__(self, table: str) -> None:
        super().__init__("unknown_table", f"there is no table called {table!r}", table=table)


class TooLargeError(FramtidError):
    """A table is too large, or of another shape, for the file that was asked for."""

    def __init__(self, table: str) -> None:
        super().__init__("too_large", f"table {table} does not fit such a file", table=table)


class UnknownEditionError(FramtidError):
    """No edition of the figures with that name is kept."""

    def __init__(self, edition: str) -> None:
        super().__init__("unknown_edition", f"no edition {edition!r} is kept", edition=edition)


class BusyError(FramtidError):
    """Another refresh is writing to the same store."""

    def __init__(self, folder: str) -> None:
        super().__init__("busy", f"another refresh is at work in {folder}", folder=folder)


class UnwritableError(FramtidError):
    """A file cannot be written where editions are kept: the disk is full, or it is not ours."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            "unwritable",
            f"{path} cannot be written: {why}. The edition in force stands",
            path=path,
            why=why,
        )


class UnknownLeverError(FramtidError):
    """No lever has the name that was asked for."""

    def __init__(self, lever: str) -> None:
        super().__init__("unknown_lever", f"there is no lever {lever!r}", lever=lever)


class UnknownStartError(FramtidError):
    """A lever cannot begin in that year."""

    def __init__(self, lever: str, year: int, first: int, last: int) -> None:
        super().__init__(
            "unknown_start",
            f"lever {lever} cannot begin in {year}; choose a year from {first} to {last}",
            lever=lever,
            year=year,
            first=first,
            last=last,
        )


class UnknownLevelError(FramtidError):
    """A lever has no such level."""

    def __init__(self, lever: str, level: int) -> None:
        super().__init__(
            "unknown_level",
            f"lever {lever} has no level {level}; choose -1, 0, 1, 2 or 3",
            lever=lever,
            level=level,
        )


class UnknownPathError(FramtidError):
    """No path has the name that was asked for."""

    def __init__(self, path: str) -> None:
        super().__init__("unknown_path", f"there is no path called {path!r}", path=path)


class UnknownGoalError(FramtidError):
    """No goal has the name that was asked for."""

    def __init__(self, goal: str) -> None:
        super().__init__("unknown_goal", f"there is no goal called {goal!r}", goal=goal)


class DividedPlaceError(FramtidError):
    """A municipality of old is several today."""

    def __init__(self, code: str, names: Sequence[str]) -> None:
        listed = ", ".join(names)
        super().__init__(
            "divided_place", f"{code!r} is divided between {listed}", code=code, names=listed
        )


class WrongLevelError(FramtidError):
    """A view is not made for places of that kind."""

    def __init__(self, view: str, code: str) -> None:
        super().__init__(
            "wrong_level", f"the view {view} is not made for {code!r}", view=view, code=code
        )


class UnknownYearError(FramtidError):
    """A view has no state that shows a year."""

    def __init__(self, year: int, known: Sequence[int]) -> None:
        listed = ", ".join(map(str, known))
        super().__init__(
            "unknown_year", f"no state shows {year}; choose {listed}", year=year, known=listed
        )


class UnknownOptionError(FramtidError):
    """A parameter of an address has a value that we do not know."""

    def __init__(self, option: str, value: str, known: Sequence[str]) -> None:
        listed = ", ".join(known)
        super().__init__(
            "unknown_option",
            f"{option} cannot be {value!r}; choose {listed}",
            option=option,
            value=value,
            known=listed,
        )


class UnknownParameterError(FramtidError):
    """An address asks for something that the answer knows nothing of."""

    def __init__(self, parameter: str, known: Sequence[str]) -> None:
        listed = ", ".join(known)
        super().__init__(
            "unknown_parameter",
            f"no parameter here is called {parameter!r}; there are {listed}",
            parameter=parameter,
            known=listed,
        )


class BrokenPathError(FramtidError):
    """The code of a pathway cannot be read."""

    def __init__(self, path: str) -> None:
        super().__init__("broken_path", f"no pathway has the code {path!r}", path=path)


class NotOursError(FramtidError):
    """An address is none that a view of ours stands for."""

    def __init__(self, address: str) -> None:
        super().__init__("not_ours", f"no view stands for {address!r}", address=address)


class TooBusyError(FramtidError):
    """So much is being computed that one more would have to wait too long."""

    def __init__(self) -> None:
        super().__init__("too_busy", "too much is being computed at once; try again soon")


class TooManyError(FramtidError):
    """One address asks for more dear answers than its share."""

    def __init__(self) -> None:
        super().__init__("too_many", "too many dear answers for one address; try again soon")


class UnexpectedError(FramtidError):
    """Something went wrong that nobody had thought of; the log says what."""

    def __init__(self) -> None:
        super().__init__("unexpected", "something went wrong; the log says what")
