# Grounds, settings, reference lists, working calendar: refusals, why a day is not counted, what a setting decides.

rule-decision-no-ground = A negative decision needs at least one ground. Choose the ground of the commission and write the reason.
rule-decision-ground-unknown = { $code } is not a ground for this kind of decision. Choose a ground from the list.
rule-decision-ground-not-in-force = Ground { $code } applies to decisions from { $since }; this decision is dated { $on }. Choose another ground or correct the date of the decision.
rule-decision-ground-not-offered = Ground { $code } cannot be used: fingerprint registration is recorded as done or as not required for this person. Choose another ground.
rule-decision-reason-missing = Ground { $code } has no reasoning. Write why the commission rests the decision on it.

rule-setting-unknown = There is no setting “{ $key }”. Choose a setting from the list.
rule-setting-value = “{ $value }” is not a value that setting “{ $key }” can take. See its description and choose an allowed value.

rule-reference-country-unknown = Country code “{ $code }” is not known. Choose the country from the list.
rule-reference-office-region = The code of office “{ $office }” belongs to no region. Check the first three letters of the code.

trouble-calendar-version-unknown = This program does not hold the working calendar “{ $version }”. Import the calendar update from the central office or install the newer program.

terms-skipped-weekend = weekend
terms-skipped-holiday = public holiday
terms-skipped-moved = moved day off
terms-skipped-added = day off added by the office

setting-border-handover-target = In how many calendar days a border unit should hand an application over (f-05)
setting-sur-place-term = In how many calendar days to apply after learning of the danger while in Kazakhstan (f-36)
setting-fingerprint-target = In how many calendar days after the certificate fingerprint registration should be done (f-14)
setting-certificate-validity = For how many months the asylum-seeker certificate is valid (X-cert)
setting-certificate-expiry-alert = How many days before a certificate expires the reminder starts (X-cert)
setting-decision-alerts = How many days before the decision is due the reminders come (L-11.1a)
setting-postponement-limit-from = From what the year of a postponement is counted: from registration or from the first postponement (f-04)
setting-status-valid-to-convention = Last day of a year of status: the same date of the next year or the day before (f-08)
setting-extension-alerts = How many days before the status expires the reminders of an extension come (f-09)
setting-extension-decide-by = How many days before the status expires the extension should be decided (f-09)
setting-extension-starts = From which day an extended year is counted (f-42)
setting-extension-refusal-copy-term = In how many working days the copy of a refusal to extend is given (f-41)
setting-termination-notice-term = In how many working days the copy and the notices of a termination are given (f-11)
setting-appeal-term = In how many months a decision may be appealed after the person learned of it (L-15)
setting-departure-month-starts = From what the month for leaving is counted: from the end of the appeal term or from the decision (f-03)
setting-stay-refugee-appeal-protected = Whether a refugee's stay is protected until the appeal terms end (f-37)
setting-monthly-list-due = On which day of the next month the monthly list is due (f-18)
setting-majority-alerts = How many days before the 18th birthday the reminders come (X-18)
setting-majority-leap-day = When a person born on 29 February turns 18 in a common year (X-18)
setting-commission-quorum = What share or number of the members makes a sitting of the commission valid (L-6-1.6)
setting-commission-majority = With which majority the commission decides (L-6-1.6)
setting-transliteration-q = Which Latin letter stands for the Kazakh letter Қ (reference.md 6)
setting-stages-targets = Whether the stages of the repealed regulation are shown as internal targets (grounds.md 6)
setting-residence-procedure-times = Which wording of the repealed regulation gives the times of the residence procedure (grounds.md 7)
setting-template-official = Whether the official layout is loaded, so that no specimen mark is printed (forms.md 1)
