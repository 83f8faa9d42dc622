"""The labelled set on which the claim detector and the figure matcher are measured."""
