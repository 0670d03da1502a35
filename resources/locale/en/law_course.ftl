# The course of a case: corrections, referrals, hearing, stages, duplicates.

## Rules: dates and persons

rule-date-before-file = The date lies before this case file begins ({ $since }). Correct the date.
rule-person-struck = This person no longer stands in this case file. Open the person's own file and record it there.
rule-language-unknown = “{ $code }” is not in the list of languages. Choose the language from the list, or “other language”.

## Rules: corrections

rule-correction-reason = The reason of the correction is missing. Write why the data were wrong.
rule-correction-document = It is not said what shows the new data. Name the document, or write that the person told it.
rule-correction-unchanged = Nothing changes: the new data are those that stand in the file. Change at least one field, or close the window.

## Rules: referrals

rule-request-fingerprints-before = Fingerprint registration applies from { $since }. Correct the date of the referral, or leave it out.
rule-request-travel-document-refugee = A travel document is a right of a refugee; this person has no refugee status on that day. Record the status first.
rule-request-guardian-adult = The guardianship body protects children; this person has reached 18. Check the birth date, or choose another body.
rule-request-tracing-not-asked = Information on relatives is asked for only when the person wishes it. Record the relative whom the person wants traced, then the request.
rule-request-medical-result = A medical examination was passed, refused or not possible. Choose one of the three.
rule-request-medical-findings = No medical findings are kept here. Leave these fields empty; write only the institution as the reference.

## Rules: documents, stay, representative, relatives, needs

rule-document-type-unknown = “{ $type }” is not in the list of documents. Choose the kind of document from the list, or “other document”.
rule-document-valid-before-issue = The document cannot end before it was issued. Correct one of the two dates.
rule-stay-address = The address is empty. Write where the person stays.
rule-stay-kato-unknown = “{ $kato }” is no code of a region. Choose the region from the list.
rule-stay-other-region = This address lies outside the area of your office. Record that the person leaves the record of this office; the office of the new place takes the person on its record.
rule-stay-before-earlier = The person is on record at the present address since { $earlier }; a new one cannot begin before. Correct the date.
rule-representative-guardian-adult = A guardian stands for a child; this person has reached 18. Choose another basis, or check the birth date.
rule-interpreter-name-missing = The name of the interpreter is missing. Write it.
rule-relative-relation-unknown = “{ $relation }” is not in the list of relations. Choose the relation from the list.
rule-relative-nobody = It is not said who the relative is. Write the name, or choose the relative's case file.
rule-relative-own-case = This is the same case file. Choose the case file of the relative.
rule-relative-tracing-known = Only a relative whose whereabouts are not known is traced. Remove the mark, or leave out the case file.
rule-relative-recognition-here = The relative's case file is here and tells the decision itself. Leave the decision fields empty.
rule-relative-recognition-incomplete = A relative recognised by another office needs the office, the number and the day of its decision. Enter what is missing, or clear these fields.
rule-relative-recognition-end = The status of the relative cannot end before it was granted on { $decided }. Correct one of the two dates.
rule-needs-unknown = “{ $code }” is no code of a specific need. Choose from the list.
rule-needs-nothing = Nothing changes: these needs are recorded already. Tick another one, or close the window.

## Rules: claim and lateness stated later

rule-claim-of-minor = A child of this file goes with the applicant and states no reasons of an own. Record the reasons of the applicant, or open an own file for the child.
rule-lateness-none = Nothing was lodged late here, so there is no lateness to explain. Check which application is meant.
rule-lateness-reason = The reason is missing. Write why the application was late.

## Rules: interview, evidence, assessment

rule-hearing-not-registered = The application is not registered yet. Register it first; interview and assessment follow.
rule-hearing-before-registration = The date lies before the registration of { $registered }. Correct the date.
rule-interview-officer-missing = The name of the officer who held the interview is missing. Write it.
rule-evidence-text-missing = It is not said what the evidence is. Describe it in a line.
rule-evidence-own-case = This is the same case file. Choose the file of the person with whom the family is reunited.
rule-assessment-reason-unknown = “{ $code }” is none of the six reasons of the Law. Address the six reasons only.
rule-assessment-reason-missing = The assessment has to address each of the six reasons. Write a sentence on the reason that is still empty.
rule-assessment-protection-missing = The assessment has to address the protection of the own country as well. Write why it cannot be used or is not wished.

## Rules: stages

rule-stage-derived = This stage follows from the case file by itself. Record the act that it stands for: the request, the reply, the decision, the copy or the certificate.
rule-stage-by-head = The head appoints the responsible officer. Use “appoint the officer”.
rule-stage-officer-unknown = “{ $user }” is no officer of this workstation. Choose one from the list of users.
rule-stage-officer-already = “{ $user }” is the responsible officer already. Choose another one, or leave it as it is.

## Rules: duplicates

rule-duplicate-same-entry = This is one entry, not two. Choose the other person to compare with.
rule-duplicate-reasons = The reasons are missing. Write what shows that they are one person, or two.
rule-merge-itself = This is the same entry or file. Choose another one.
rule-merge-target = What is to be kept was merged or closed itself, or is not registered while the other file is. Choose the entry or file that goes on.
rule-merge-already = This entry was merged already. Look at the person who is kept.
rule-merge-judged-different = These two were found to be different persons. Compare them anew before you merge them.
rule-merge-reasons = The reasons are missing. Write what shows it.
rule-merge-none = These two entries are not merged. Check whom you have chosen.
rule-merge-decided = A decision stands in this file, so it cannot be merged away. Merge the other file into this one, or annul the decision first.
rule-merge-not-judged = The applicants of the two files were not found to be one person. Compare them first, and write the reasons.
rule-merge-minors = A child of this file does not stand in the other one. Move the child first.

## Targets of the office

deadline-stage-check = Internal target: check
deadline-stage-register = Internal target: registration
deadline-stage-assign = Internal target: officer
deadline-stage-nsc-request = Internal target: request to the national security bodies
deadline-stage-notify = Internal target: telling the person
deadline-stage-issue = Internal target: refugee certificate
deadline-why-rule-x-stages = A target of the office, after the repealed order No. 495 of 30.05.2015; it replaces no term of the Law.
deadline-why-start-stage-check = Counted from the lodging: { $start }.
deadline-why-start-stage-register = Counted from the lodging: { $start }.
deadline-why-start-stage-assign = Counted from the registration of the application: { $start }.
deadline-why-start-stage-nsc-request = Counted from the registration of the application: { $start }.
deadline-why-start-stage-notify = Counted from the decision: { $start }.
deadline-why-start-stage-issue = Counted from the decision: { $start }.

## Tasks

task-leaflet = Hand over the leaflet on rights and duties
task-interpreter = Engage an interpreter, free of charge
task-refer-guardian = Refer the child to the guardianship body
task-late-extension-reason = Ask why the application for extension was late
