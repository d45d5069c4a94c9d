"""Official tables as rows, cube, chart and files."""
