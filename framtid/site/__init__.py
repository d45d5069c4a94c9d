"""The site: entry script, routes and middleware."""
