"""Answers for programs and for other people's pages."""
