"""The script that Streamlit runs, in a folder of its own.

Streamlit takes a folder ``pages`` beside its script for pages of its own making, and tells who
comes first to a fresh server that ours do not exist.
"""
