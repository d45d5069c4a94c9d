"""Official figures: the catalogue, the snapshot and its builder."""
