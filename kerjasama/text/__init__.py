"""Indonesian as the press writes it: sentences, quotations, numerals, dates, names. No domain meaning."""
