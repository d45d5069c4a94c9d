"""Min kommune: the headline figures of a place, then every view of it."""

from framtid.site import addresses
from framtid.site.fragments import show
from framtid.site.municipality import headline
from framtid.site.reading import read_gallery
from framtid.site.visit import visited

place = visited()
if place is None:
    show("choose.html", page="municipality", to=addresses.MUNICIPALITY)
else:
    headline(place)
    read_gallery(place)
