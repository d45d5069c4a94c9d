"""Veivalg: the levers of a place, and what they do to it."""

from framtid.site import addresses
from framtid.site.choosing import choose
from framtid.site.fragments import show
from framtid.site.visit import visited

place = visited()
if place is None:
    show("choose.html", page="choice", to=addresses.CHOICE)
else:
    choose(place)
