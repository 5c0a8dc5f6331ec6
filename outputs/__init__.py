"""What the public gets: releases with their descriptors, deltas, explorer and proofs, and where they are
put."""
