"""Views for other people's pages: frames, pictures, files, cards, press packs and whole exports."""
