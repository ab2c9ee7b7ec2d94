"""What she takes home: codes for her telephone, and text to paste."""
