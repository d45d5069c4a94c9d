"""HTTP machinery that knows no page: packed answers, headers, editions, files."""
