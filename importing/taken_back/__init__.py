"""Loads that were wrong, and pages that stand in the wrong issue."""
