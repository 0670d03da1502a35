"""Wizards: thin frames that show the pages of `app.flows` and keep their drafts."""
