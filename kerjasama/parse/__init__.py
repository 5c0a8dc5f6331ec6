"""From archived bytes or scraped text to an Article: what the journalist wrote, and who, when and where."""
