"""Flowcharts that other programs drew, as the draft of a procedure."""
