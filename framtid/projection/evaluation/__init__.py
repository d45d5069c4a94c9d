"""How good the projection is: backtests, baselines, coverage, and SSB's own editions beside it."""
