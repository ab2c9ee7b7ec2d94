"""The summary drawn as a page: HTML, Markdown, and what a browser makes of it."""
