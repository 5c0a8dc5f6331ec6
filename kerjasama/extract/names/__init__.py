"""Names in a document: people with their titles, organisations with their bounds, and later short forms."""
