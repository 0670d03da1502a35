"""Wizards without a screen: drafts, the order of pages, what is wrong with a page, the command of a draft."""
