"""Stories: prose and steps told for a place, as a document."""
