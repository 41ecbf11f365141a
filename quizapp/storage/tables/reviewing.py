"""What reviewers hold and answered blind."""
