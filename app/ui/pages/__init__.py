"""The pages of the window: unlock, first start, today, cases, case file, paper, exchange, settings, help."""
