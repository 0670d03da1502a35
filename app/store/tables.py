"""The tables of `register.db`: journal and chains, what is derived from them, and what belongs to this computer.

Derived tables are dropped and rebuilt when `PROJECTION` differs; only local tables migrate.
"""

import sqlalchemy as sa

PROJECTION = 4
"""Number of the derived tables' form; a store with another one rebuilds them from the journal."""

metadata = sa.MetaData()

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("o", sa.Text, primary_key=True),
    sa.Column("e", sa.Integer, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("h", sa.Text, nullable=False),
    sa.Column("env", sa.LargeBinary, nullable=False),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("body", sa.LargeBinary),
)
chain = sa.Table(
    "chain",
    metadata,
    sa.Column("o", sa.Text, primary_key=True),
    sa.Column("e", sa.Integer, primary_key=True),
    sa.Column("last_n", sa.Integer, nullable=False),
    sa.Column("last_h", sa.Text, nullable=False),
    sa.Column("last_t", sa.Integer, nullable=False),
    sa.Column("acked_n", sa.Integer, nullable=False, default=0),
    sa.Column("acked_h", sa.Text, nullable=False, default=""),
    sa.Column("status", sa.Text, nullable=False, default="open"),
)

# Derived from the journal.
entry = sa.Table(
    "entry",
    metadata,
    sa.Column("r", sa.Text, primary_key=True),
    sa.Column("m", sa.Integer, primary_key=True),
    sa.Column("e", sa.Integer, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("o", sa.Text, primary_key=True),
    sa.Column("k", sa.Text, nullable=False),
    sa.Column("t", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)
record = sa.Table(
    "record",
    metadata,
    sa.Column("r", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("m", sa.Integer, nullable=False),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
)
case_row = sa.Table(
    "case_row",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("r", sa.Text, nullable=False, index=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False, index=True),
    sa.Column("name_kk", sa.Text, nullable=False),
    sa.Column("name_ru", sa.Text, nullable=False),
    sa.Column("name_latin", sa.Text, nullable=False),
    sa.Column("sort_key", sa.Text, nullable=False, index=True),
    sa.Column("birth", sa.Text, nullable=False),
    sa.Column("sex", sa.Text, nullable=False),
    sa.Column("citizenship", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("lodged_on", sa.Text, nullable=False),
    sa.Column("registered_on", sa.Text, nullable=False, index=True),
    sa.Column("decided_on", sa.Text, nullable=False),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("valid_to", sa.Text, nullable=False),
    sa.Column("refugee_on", sa.Text, nullable=False),
    sa.Column("refugee_to", sa.Text, nullable=False),
    sa.Column("closed_on", sa.Text, nullable=False),
    sa.Column("due_on", sa.Text, nullable=False, index=True),
    sa.Column("due_kind", sa.Text, nullable=False),
    sa.Column("due_alerts", sa.Text, nullable=False),
    sa.Column("late", sa.Integer, nullable=False),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Index("case_row_status", "status", "due_on"),
    sa.Index("case_row_status_name", "status", "sort_key"),
)
identity_key = sa.Table(
    "identity_key",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("r", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("parents", sa.Text, nullable=False),
    sa.Index("identity_key_r", "r"),
    sqlite_with_rowid=False,
)
deadline = sa.Table(
    "deadline",
    metadata,
    sa.Column("r", sa.Text, primary_key=True),
    sa.Column("i", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("due", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("deadline_due", "due", "r", "i"),
)
number_used = sa.Table(
    "number_used",
    metadata,
    sa.Column("letter", sa.Text, primary_key=True),
    sa.Column("yy", sa.Integer, primary_key=True),
    sa.Column("workstation", sa.Integer, primary_key=True),
    sa.Column("office", sa.Text, primary_key=True),
    sa.Column("top", sa.Integer, nullable=False),
)
user = sa.Table(
    "user",
    metadata,
    sa.Column("user", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("roles", sa.Text, nullable=False),
)
setting = sa.Table(
    "setting",
    metadata,
    sa.Column("o", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

DERIVED = (entry, record, case_row, identity_key, deadline, number_used, user, setting)
SEARCH = "person_search"
SEARCH_DDL = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {SEARCH} USING fts5("
    "tokens, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3 4', detail=none)"
)

# Of this computer; these migrate.
draft = sa.Table(
    "draft",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("flow", sa.Text, nullable=False),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("focus", sa.Text, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
)
machine = sa.Table(
    "machine",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)
bundle_in = sa.Table(
    "bundle_in",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("sender", sa.Text, nullable=False),
    sa.Column("no", sa.Integer, nullable=False),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Column("entries", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
)
bundle_out = sa.Table(
    "bundle_out",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("to", sa.Text, primary_key=True),
    sa.Column("part", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("manifest_sha256", sa.Text, nullable=False),
    sa.Column("first", sa.Integer, nullable=False),
    sa.Column("last", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
)
_GUARDS = {
    "journal_no_update": "BEFORE UPDATE ON journal WHEN NOT (NEW.o IS OLD.o AND NEW.e IS OLD.e AND NEW.n IS OLD.n"
    " AND NEW.h IS OLD.h AND NEW.env IS OLD.env AND NEW.salt IS NULL AND NEW.body IS NULL)",
    "journal_no_delete": "BEFORE DELETE ON journal",
    # INSERT OR REPLACE deletes without firing the delete trigger.
    "journal_no_replace": "BEFORE INSERT ON journal"
    " WHEN EXISTS (SELECT 1 FROM journal WHERE o = NEW.o AND e = NEW.e AND n = NEW.n)",
}


def create_all(connection: sa.Connection) -> None:
    """Make every table, the search index and the guards of the journal."""
    metadata.create_all(connection)
    connection.exec_driver_sql(SEARCH_DDL)
    for name, when in _GUARDS.items():
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {name} {when} BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
        )


def clear_derived(connection: sa.Connection) -> None:
    """Drop everything that is derived from the journal and make it empty in the form of this program."""
    metadata.drop_all(connection, DERIVED)
    metadata.create_all(connection, DERIVED)
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {SEARCH}")
    connection.exec_driver_sql(SEARCH_DDL)


def guards_missing(connection: sa.Connection) -> list[str]:
    """The guards of the journal that are not there."""
    there = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
    return sorted(_GUARDS.keys() - set(there.scalars()))
