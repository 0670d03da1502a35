"""The encrypted store: key slots, register, blobs, lock and anchor; SQLAlchemy Core over SQLCipher."""
