"""Classes, students and assignments."""
