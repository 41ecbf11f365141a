"""The door of a quiz that was given: its code, picking a name, letting a device go."""
