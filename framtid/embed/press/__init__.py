"""Press packs: tables, sentences and pictures of a place."""
