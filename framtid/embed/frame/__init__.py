"""A view as one finished page inside another: its HTML, sizes and heights."""
