"""Coefficients learned from decisions."""
