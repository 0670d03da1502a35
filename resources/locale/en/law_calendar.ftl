# Rules by date, working calendar, deadlines counted anew, the courier: refusals, explanations.

rule-law-rule-unknown = There is no rule “{ $code }”. Choose a rule from the list.
rule-calendar-reason = A change of the working calendar needs a reason. Write it down.
rule-calendar-unknown = This program has no working calendar “{ $version }”. Choose one that it has, or install the newer program.
rule-calendar-adopted-already = The office counts by the working calendar “{ $version }” already. Choose another version.
rule-calendar-day-outside = The working calendar reaches from { $first } to { $last }. Choose a day inside it.
rule-calendar-day-off-already = { $day } is not worked anyway. Choose a working day.
rule-calendar-days-off-limit = The office has added { $limit } days off already, more are not possible. Adopt a newer calendar that has them.

trouble-published-signature = The working calendar is not signed by its publisher or was changed since. Do not use it: install the program again or ask the central office for the file.

deadline-why-before-postponed = Before the postponement the last day was { $before }.
deadline-why-before-extended = Before the extension the last day was { $before }.
deadline-why-before-recomputed = Before it was counted anew by another calendar or setting the last day was { $before }.
deadline-why-target-at-once = Target: { $target }, the very day on which the term starts, because there is no working day in it. Overdue only after { $due }.
deadline-why-courier = Must leave with the courier by { $courier }.

setting-courier-days-before = How many working days before the target what is sent must leave with the courier (issue 3)
