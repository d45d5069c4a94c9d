"""Projects in words, for a page, a file or a program."""

from framtid.answers import Id, Model, Text
from framtid.language import Language, on_one_line
from framtid.pathways.causes_told import title as node_title
from framtid.pathways.projects import Project, Stage
from framtid.places import places


class Touched(Model, frozen=True):
    """A node of the causal map that a project touches."""

    id: Id
    title: Text


class DescribedProject(Model, frozen=True):
    """A project in words."""

    id: Id
    title: Text
    text: Text
    owner: Text
    places: list[str]
    """Codes of places."""
    places_said: list[str]
    area: Touched
    stage: Stage
    stage_label: Text
    year: int | None
    """When it began; None where the source does not say."""
    answers: list[Touched]
    meets: list[Touched]
    """Barriers in its way."""
    publisher: Text
    link: Text


class Projects(Model, frozen=True):
    """The answer of ``projects.json``."""

    projects: list[DescribedProject]


def described(name: str, project: Project, language: Language) -> DescribedProject:
    """Return a project in words."""

    def touched(names: tuple[str, ...]) -> list[Touched]:
        return [Touched(each, node_title(each, language)) for each in names]

    return DescribedProject(
        id=name,
        title=on_one_line(language.say(f"projects.list.{name}.title")),
        text=on_one_line(language.say(f"projects.list.{name}.text")),
        owner=on_one_line(language.say(f"projects.list.{name}.owner")),
        places=list(project.places),
        places_said=[language.name(places().get(code)) for code in project.places],
        area=touched((project.area,))[0],
        stage=project.stage,
        stage_label=language.say(f"projects.stages.{project.stage}"),
        year=project.year,
        answers=touched(project.answers),
        meets=touched(project.meets),
        publisher=project.publisher,
        link=project.link,
    )


def row(project: DescribedProject) -> tuple[object, ...]:
    """Return a project's cells, in the order of ``projects.page.columns``."""
    return (
        project.id,
        project.title,
        project.text,
        project.owner,
        "; ".join(project.places_said),
        project.area.title,
        project.stage_label,
        project.year or "",
        "; ".join(each.title for each in project.answers),
        "; ".join(each.title for each in project.meets),
        project.publisher,
        project.link,
    )
