"""Acts (codebook sections 3 and 4): which words say that two sides cooperate, how far it is, and when."""
