"""A publisher of medically reviewed health education: website, handouts and portal embeds."""
