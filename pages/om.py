"""Om tallene: the method, the sources, and what is not known."""

from framtid.site.pages.about import about

about()
