"""The choice aid: three options beside each other, and nothing that tips the scales."""
