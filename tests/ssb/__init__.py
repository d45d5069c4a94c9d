"""A stand-in for Statistics Norway's API, for tests and for working without a network.

``python -m tests.ssb`` serves the committed figures as PxWebApi v2 and Klass would.
"""
