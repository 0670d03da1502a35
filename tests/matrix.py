"""Who may give which command, written out by hand: what the table of permission is compared with.

One line per command; the columns are border unit, district, region and centre, and each holds the roles that may:
c clerk, s secretary, h head, a administrator, u auditor; a dot where this kind of office may not at all.
"""

from app.domain.facts.office import OfficeKind, Role

_COLUMNS: tuple[OfficeKind, ...] = ("border", "district", "region", "centre")
_LETTERS: dict[Role, str] = {"clerk": "c", "secretary": "s", "head": "h", "administrator": "a", "auditor": "u"}
OF_THE_OFFICE = {"change_setting", "add_day_off", "adopt_calendar"}
"""Commands that record something of the office, not in a case."""

_TEXT = """
register_application    .    .    csh  .
lodge_at_border         csh  csh  .    .
register_card           csh  csh  csh  .
register_lodged         .    .    csh  .
record_detention        .    .    csh  .
take_over               .    .    csh  .
correct_person          csh  csh  csh  .
show_document           csh  csh  csh  .
take_photo              csh  csh  csh  .
change_stay             csh  csh  csh  .
name_representative     csh  csh  csh  .
engage_interpreter      csh  csh  csh  .
give_leaflet            csh  csh  csh  .
state_relative          csh  csh  csh  .
state_claim             csh  csh  csh  .
explain_lateness        .    .    csh  .
add_note                csh  csh  csh  .
state_needs             .    .    csh  .
add_evidence            .    .    csh  .
hold_interview          .    .    csh  .
write_assessment        .    .    csh  .
record_request          .    .    csh  .
record_answer           .    .    csh  .
list_minor              .    .    csh  .
prove_minor             .    .    csh  .
do_stage                .    .    csh  .
assign_case             .    .    h    .
record_consent          .    .    csh  .
postpone_consideration  .    .    sh   .
take_decision           .    .    sh   .
serve_decision          .    .    csh  .
send_notice             .    .    csh  .
issue_certificate       .    .    csh  .
end_certificate         .    .    csh  .
withdraw_application    .    .    csh  .
close_case              .    .    sh   .
reopen_case             .    .    sh   .
lodge_extension         .    .    csh  .
record_lapse            .    .    sh   .
annul_decision          .    .    sh   .
correct_decision        .    .    sh   .
lodge_appeal            .    .    csh  .
decide_appeal           .    .    sh   .
announce_departure      .    .    csh  .
leave_record            .    .    csh  .
enter_record            .    .    csh  .
change_family           .    .    csh  .
give_own_file           .    .    csh  .
move_minor              .    .    csh  .
strike_minor            .    .    csh  .
succeed_principal       .    .    csh  .
split_family            .    .    csh  .
tie_family              .    .    csh  .
judge_duplicate         .    .    csh  .
merge_persons           .    .    sh   .
undo_merge              .    .    sh   .
merge_case              .    .    sh   .
view_restricted         .    .    sh   .
change_setting          ha   ha   ha   ha
add_day_off             ha   ha   ha   ha
adopt_calendar          ha   ha   ha   ha
"""
MATRIX: dict[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:]) for line in _TEXT.split("\n") if (words := line.split())
}


def verdict(command: str, office: OfficeKind, role: Role) -> str:
    """The rule by which this role in this kind of office is refused the command, or ""."""
    roles = MATRIX[command][_COLUMNS.index(office)]
    if roles == ".":
        return "permission.office"
    return "" if _LETTERS[role] in roles else "permission.role"
