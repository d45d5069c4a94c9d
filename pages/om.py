"""Om tallene: the method, the sources, and what is not known."""

from framtid.site.about import about

about()
