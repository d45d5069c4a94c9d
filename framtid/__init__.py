"""The library under «2040 begynner nå»: figures, projection, views and readers."""
