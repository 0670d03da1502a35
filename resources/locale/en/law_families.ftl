# The family over time: refusals and open tasks.

## Rules: the family over time

rule-family-not-yet-18 = The child reaches 18 on { $day }; an own file because of age is given from that day. Wait for the day, or correct the date of birth.
rule-family-not-registered = Nothing was lodged in this file yet, so there is no application from which to give an own one. Register the application first.
rule-family-no-pending-application = This child was refused, or the status has ended, so nothing goes on in an own file. Register a new application of the person.
rule-family-receiver-not-registered = The application of that file is not registered yet. Register it first, then move the child.
rule-family-same-case = The same case file is named twice. Choose another case file.
rule-family-successor-minor = The applicant of that file is under 18 and cannot take a child into the application. Choose the file of an adult.
rule-family-reason-missing = The reason is missing. Write in a sentence why this is done.
rule-family-evidence-missing = It is not said what shows this. Enter the document or the other evidence: what it is, its number and date.
rule-family-use-succession = Children would be left without an applicant. Record the death or withdrawal of the applicant instead: it says where each child goes.
rule-family-use-split = A split concerns two case files. Choose the other file of the family.
rule-family-persons-missing = Nobody is named. Choose the persons whom it concerns.
rule-family-before-birth = The date lies before the birth of a person whom it concerns. Correct the date.
rule-family-relation-unknown = This relation is not in the list. Choose the relation from the list.
rule-family-tied-already = These two case files are one family already: { $number }. Look at the family in the case file.
rule-family-not-tied = These two case files are not tied as one family. Tie them first, with what shows the relation, or choose another file.
rule-family-link-missing = The child came later, and nothing shows the family link. Enter the birth document or other evidence, or mark the data as taken from words; it can be shown later.

## Tasks

task-guardian = Name the guardian of the child
task-best-interests = Record the best interests of the child
task-family-link = Show the family link of a child who came later
task-newborn = Register the birth and enter the newborn in the application
task-decide-on-child = Decide on a child whom the decision does not cover
task-own-refugee-certificate = Issue an own refugee certificate
task-renew-refugee-certificate = Replace the refugee certificate: it names other children than the file
task-own-grounds = Examine own grounds at the next extension: the family broke up
