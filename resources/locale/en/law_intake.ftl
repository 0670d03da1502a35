# Ways into the register: notice of detention, card, reunification, files from paper; hints at intake.

## Rules: representative and route

rule-representative-name = The name of the representative is missing. Enter it, or leave all fields of the representative empty.
rule-representative-basis = It is not said on what basis the representative acts. Enter the basis, for example a power of attorney with its number and date.
rule-arrival-route-order = The person cannot have left a country before coming to it. Correct the dates of this part of the route.

## Rules: notice of detention, card, registration of what was lodged

rule-date-before-birth = The date lies before the birth of the person ({ $born }). Correct the date, or the date of birth.
rule-detention-body = It is not said which body sent the notice. Enter the detaining body.
rule-application-registered-already = This application is registered already under { $number }. Look at the case file.
rule-application-nothing-lodged = Nothing was lodged in this file, so there is nothing to register. Register the application as a new one.
rule-application-lodged-already = The application was lodged on { $on }. Leave the time of lodging empty.

## Rules: reunification

rule-application-anchor-status = The person in case { $number } is neither a refugee nor an asylum seeker, so nobody can be reunited with that person. Choose another case, or register without a link.
rule-application-family-evidence = A family that joins somebody submits evidence or documents of the family link. Describe at least one; other evidence than certificates counts as well.

## Rules: files taken over from paper

rule-application-number-used = Number { $number } stands in case { $case } already. Compare it with the paper file; the same file is not taken over twice.
rule-taken-over-order = This date does not fit: it lies between { $first } and { $last }. Compare it with the paper file.
rule-taken-over-certificate-end = The certificate was issued on { $issued } and cannot end before that. Correct one of the two dates.
rule-taken-over-fingerprints-before = There was no fingerprint registration before { $since }. Correct the date, or leave the field empty.
rule-taken-over-number-missing = A number is missing. Enter it as it stands on paper.
rule-taken-over-own-number = { $number } is a number of this program. Such a file is not taken over from paper: import the bundle of the office that holds it.
rule-taken-over-number-twice = Number { $number } stands twice in this file. Compare both with the paper file.
rule-taken-over-sequence = The decision of { $on } cannot follow the earlier ones: the first is a grant or a refusal, the others follow a grant. Correct the kind or the date.
rule-taken-over-annulment = An annulled decision needs both the day of the annulment and who annulled it. Enter what is missing, or clear both fields.
rule-taken-over-status-end = The last day of the status is missing or does not lie after { $start }. Enter it as it stands in the decision.
rule-taken-over-no-status-end = This decision gives no status, so it has no last day. Clear the field.
rule-taken-over-grounds-not-here = This kind of decision rests on no ground of Articles 12 to 14. Remove the grounds.
rule-taken-over-fingerprints = A grant from 2024 on needs the fingerprint registration before it. Enter its date, or write why the paper file has none.
rule-taken-over-no-status = A refugee certificate cannot be issued before the status is granted. Enter the decision, or correct the date of the certificate.

## Hints at intake

hint-economic-reasons = No reason of the Law is stated yet. Ask why the person left: the Law does not cover who left for economic reasons. The application is registered all the same.
hint-qandas = The person speaks Kazakh. If the person is an ethnic Kazakh, tell of the procedure for qandas as another way. It changes nothing in this application.
hint-may-be-registered = A person of the same name and date of birth stands in application { $number }. Look at it; if it is another person, go on.
hint-folded-elsewhere = A person of the same name and date of birth is listed as a minor in application { $number }. If it is this person, give an own case file out of that one; if it is another person, go on.
hint-old-certificate = This person still has certificate { $number } of an earlier application that is over. Take it back and record that in the old file; the new application is registered all the same.
