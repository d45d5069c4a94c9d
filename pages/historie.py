"""The story, told for the place in the address."""

from framtid.places import places
from framtid.site.pages.reading import read_story
from framtid.site.visitor import taken, visited

read_story(visited() or places().nation, taken())
