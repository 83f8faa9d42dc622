"""The documents of the JSON API, field by field: schemas, files and the verifier all go by them.

Fields are added, never renamed or removed, as long as the API is called `v1`. Addresses are relative to the site.
"""
