"""What an author needs while writing: a story held to its rules, and read as it will be read."""

from framtid.stories.workshop.check import SAMPLE, Report, check
from framtid.stories.workshop.preview import preview

__all__ = ["SAMPLE", "Report", "check", "preview"]
