"""States -> boxes of a form; chooses the edition in force. The only package that knows `forms`."""
