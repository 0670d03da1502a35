# After a decision: appeals, annulment, correction, closing, certificates that end, moves and departure.

## Rules: appeals

rule-appeal-not-appealable = This decision cannot be appealed here: only a refusal to grant or to extend, a deprivation or a termination can. Choose such a decision.
rule-appeal-body-missing = The body that got the appeal is not given. Enter the name of the body or of the court.
rule-appeal-pending-already = An appeal at this level against this decision is recorded already and not decided yet. Record its outcome first.
rule-appeal-none = There is no appeal in this case file. Record the appeal first.
rule-appeal-unknown = There is no such appeal in this case file. Choose one of the appeals recorded in it.
rule-appeal-decided-already = The outcome of this appeal is recorded already. Look it up in the case file.
rule-appeal-effect-contradicts = The outcome and its effect on the decision contradict each other: an appeal that was dismissed, withdrawn or not considered leaves the decision as it is, one that was allowed does not. Correct one of the two.
rule-appeal-decided-before = The appeal was lodged on { $lodged } and cannot be decided earlier. Correct the date.
rule-appeal-in-force-before = The act of { $decided } cannot come into force before it was made. Correct the day on which it came into force.
rule-appeal-in-force-missing = An act of a court takes the effect of the decision away only once it is in force. Enter the day on which it came into force, or record the outcome when it has.
rule-appeal-nothing-to-restore = A decision gets its effect back only when an act on an appeal took it away. Check which appeal is meant, or choose another effect.

## Rules: annulment and correction

rule-remedy-decision-unknown = There is no decision { $number } in this case file. Compare the number with the decision.
rule-remedy-annulled-already = This decision has had no effect since { $since }. Choose a decision that still stands.
rule-remedy-reason-missing = The reason is not given. Write why this is done.
rule-reason-too-long = The reason is longer than { $limit } characters. Write it shorter, and add the details to the file as a document.
rule-remedy-before-decision = The date is before the decision of { $decided }. Correct the date.
rule-correction-nothing = Nothing is changed. Enter what has to stand in the decision, or leave it as it is.
rule-correction-no-term = This decision has no term, so no dates can be corrected in it. Leave both days empty.
rule-correction-dates = The term begins on the day of the decision, of an extension at the previous end, and lasts one year. Correct the days; what was decided wrongly is annulled, not corrected.
rule-correction-grounds = A correction keeps the grounds that were chosen and every written reason. Correct only the wording; a decision on other grounds is annulled and taken again.

## Rules: withdrawal, closing, opening again

rule-withdrawal-no-extension = There is no application for extension that is still pending. Look at the applications in the case file.
rule-withdrawal-booklet-valid = Refugee certificate { $number } is still valid. Record first whether it was returned, lost or destroyed, then record the withdrawal.
rule-case-closed-before = The file cannot end before { $start }, the day it began or the day of the last decision in it. Correct the date.
rule-case-error-reason = A file registered in error is closed with a written reason. Write what the error was.
rule-case-duplicate-by-merge = A duplicate file is not closed but merged into the one that goes on, and a second person confirms it. Record the merging of the files.
rule-case-status-held = The person holds refugee status, and a status ends only by a decision. Record the termination with its ground first, then close the file.
rule-case-minors-left = { $minors ->
    [one] One child is still in this application. Move the child to another file or give it an own one first, then close the file.
   *[other] { $minors } children are still in this application. Move them to another file or give them own ones first, then close the file.
 }
rule-case-certificate-valid = Certificate { $number } is still valid. Say whether it was returned, lost or destroyed.
rule-case-no-certificate = No certificate in this file is valid. Leave the field for the certificate empty.
rule-case-nothing-to-reopen = Nothing of the kind is recorded in this file. Choose what has to be taken back.
rule-case-reopened-before = What is taken back is of { $since }. Give that day or a later one.
rule-case-person-elsewhere = A person of this file stands in application { $number } by now, and nobody stands in two open files. Settle that application first.

## Rules: certificates that end

rule-certificate-end-unknown = No valid certificate in this case file has the number { $number }. Compare the number with the certificate.
rule-certificate-end-reason = For a lost or spoiled certificate the circumstances are written down. Enter how it happened.
rule-certificate-end-before = The certificate was issued on { $issued } and cannot end earlier. Correct the date.
rule-certificate-protection-ended = The protection of the stay ended on { $until }, so no new asylum-seeker certificate is issued. If an appeal was lodged, record it first.

## Rules: moves and departure

rule-move-office-code = “{ $typed }” is not the code of an akimat: three Latin letters of a region and digits from 01 to 49, such as ALA01. Choose the akimat.
rule-move-same-office = { $office } is this office itself. Choose the other office.
rule-move-not-registered = The application is not registered yet, so the person is not on the record of an office. Register it first.
rule-move-left-already = The persons are off the record of this office already. Look at the history of the case file.
rule-move-before-registration = The date is before { $start }, the day this case began. Correct the date.
rule-move-before-arrival = The persons arrived on { $arrived } and cannot go on record earlier. Correct one of the two dates.
rule-move-arrived-already = An arrival on { $arrived } is recorded already. Enter a later arrival, or look at the history of the case file.
rule-move-arrived-before-leaving = The persons went off the record on { $left } and cannot have arrived before. Correct the day of arrival, or look at the history of the case file.
rule-departure-planned-before = The planned day of departure is before the day of the notice. Correct one of the two dates.

## Deadlines

deadline-appeal-term = Appeal term
deadline-record-after-move = Going on record after a move
deadline-why-rule-l-15 = Law, Art. 15; Administrative Procedural and Process-Related Code, Art. 92: a complaint is lodged within three months of the day the person learned of the decision. A late one is accepted and flagged. This term is the person's: it is shown for information.
deadline-why-rule-l-8-2-5 = Law, Art. 8(2)(5): on a change of the place of stay the asylum seeker goes on the record of the new akimat within five working days of the arrival.
deadline-why-rule-l-9-2-3 = Law, Art. 9(2)(3): on a change of the place of stay the refugee goes on the record of the new akimat within five working days of the arrival.
deadline-why-start-appeal-term = The person learned of the decision on { $start }.
deadline-why-start-record-after-move = Arrived on { $start }.

## Tasks

task-explain-late-appeal = Ask why the appeal came late
task-appeal-in-force = Record when the act on the appeal came into force
task-ask-when-learnt = Find out when the person got the decision: the appeal term runs from that day
task-decide-again = The decision was annulled: decide on the application again
task-reopen-after-appeal = The decision was annulled on appeal and the file is closed: open it again
task-replace-certificate = Issue a new certificate in place of the one that ended
task-take-back-refugee-certificate = Take back the refugee certificate: the decision behind it was annulled
task-hand-over-after-move = Hand the file over to the akimat of the new place of stay
task-iab-stay-after-move = Refer for the place-of-stay record of the internal affairs bodies
task-departure-for-good = The refugee is leaving for good: put it before the commission

## Closing a file on screen

law-remedies-close-reason = Reason in words
law-remedies-close-certificate = What became of the certificate
law-remedies-close-second = Second person who confirms (user)
