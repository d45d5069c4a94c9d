"""The spread around the projection: national shocks, local spread, trajectories and bands."""
