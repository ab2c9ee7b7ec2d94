"""Records: sealed, kept, opened only by the clinic."""
