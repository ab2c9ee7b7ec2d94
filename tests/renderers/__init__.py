"""What she takes home: the summary as HTML, Markdown and PDF."""
