# Roles, the second person who confirms, what only the commission may see, and the statuses after a decision.

rule-second-missing = This act needs a second person who confirms it. Name another user of this workstation who is secretary or head.
rule-second-same = You cannot confirm your own act. Name another user of this workstation who is secretary or head.
rule-second-role = The person named may not confirm this act. Name a secretary or a head.
rule-second-unknown = Nobody at this workstation has the user name { $user }. Compare it with the list of users.
rule-view-reason-missing = Restricted data are opened with a reason only. Write why you need to see them; it is recorded with your name.

status-expired-extension-pending = extension pending
status-lapsed = status lapsed
status-deprived = deprived of status
status-terminated = status terminated
case-status-since = since { $on }
pages-filter-lapsed = Lapsed
pages-filter-deprived = Deprived
pages-filter-terminated = Terminated

restricted-group = RESTRICTED
restricted-held = This file holds data that only the commission may see: { $sorts }.
restricted-show = Show
restricted-title = Show restricted data
restricted-note = That you opened the data, and why, is recorded before they are shown.
restricted-reason = Reason
restricted-what-grounds = grounds of a decision
restricted-what-needs = specific needs
restricted-what-nsc = answer of the national security bodies
restricted-what-interview = interview
restricted-what-evidence = evidence
restricted-grounds = Grounds of decision { $number }
restricted-proofs = Before the commission, decision { $number }
restricted-court = Judgment, decision { $number }
restricted-court-text = { $name }, { $on }, { $number }{ $in_force ->
    [true] {", in force"}
   *[other] {", not in force"}
 }
restricted-needs = Specific needs: { $person }
restricted-nsc = Answer of the national security bodies, { $on }
restricted-interview = Interview of { $on }
restricted-evidence = Evidence of { $on }
restricted-ground = restricted ground

cli-opt-reason = why restricted data are opened; it is recorded, and without it they stay hidden
cli-restricted-hidden = Restricted, open with --reason: { $sorts }
