"""Registries' records of works as items in CSL's words (https://docs.citationstyles.org), for new source records."""
