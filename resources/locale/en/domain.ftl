# The rules of the procedure, names of statuses, deadlines, tasks and lists.

## Rules: permission

rule-permission-office = This kind of office may not do this. Registration, certificates and decisions belong to the regional akimat.
rule-permission-role = Your role does not allow this. Ask a colleague who has the role, or the administrator.
rule-permission-restricted = Only the commission may see this paper: the decision rests on a restricted ground. Ask the secretary or the head of the commission to make it.

## Rules: persons and the family

rule-person-name-missing = No name is given. Enter the name in at least one spelling; a person with one name has a family name only.
rule-person-name-too-long = A part of the name is longer than { $limit } characters. Check that nothing was pasted into the wrong field, and shorten it.
rule-person-no-document = No document was shown. Add a document, or mark the data as taken from the person's words.
rule-person-no-citizenship = The citizenship is empty. Choose a country, “not established”, or mark the person as stateless.
rule-person-unknown = This person does not stand in this case file. Choose a person from the file.
rule-arrival-future = The date of arrival or of learning of the danger lies in the future. Correct the date.
rule-date-future = The date lies in the future. Correct the date.
rule-claim-reason-unknown = The claim names no reason that the Law knows. Choose among the six reasons, family unity, or “not yet stated”.
rule-application-empty = The application has no applicant. Add at least one.
rule-application-person-twice = This person is entered twice. Remove one of the two entries.
rule-application-minor-listed-twice = This child stands in an application { $number } already; a child may stand in one application only. Remove one of the two entries.
rule-application-minor-is-adult = This person has reached 18 and cannot be listed as a child. Enter the person as an applicant with an own application.
rule-application-minor-unaccompanied = A child who came without parents or legal representatives gets an own case file. Enter the child as an applicant.
rule-application-minor-birth-document = The birth document of the child is missing. Enter it, or mark the data as taken from words; it can be shown later.
rule-application-minor-applicant = The applicant is under 18. List the child in the application of a parent, or mark the child as unaccompanied.
rule-application-adult-unaccompanied = The person has reached 18 and cannot be marked as an unaccompanied child. Remove the mark or correct the birth date.
rule-application-way-start = A date that this way of lodging needs is missing. Enter the moment of crossing, of lodging at the border, of learning of the danger, or of the detention and its notice.
rule-application-border-receipt = This is not the number of a border receipt: it begins with R, and the office is a border unit or a district akimat. Compare it with the receipt, or leave the field empty.
rule-application-border-receipt-used = This border receipt stands in application { $number } already. Compare the number with the receipt, and look at that application.
rule-application-lodged-before-arrival = The application cannot be lodged before the person arrived. Correct the date of lodging or of arrival.
rule-detention-notice-before = The notice cannot come before the detention. Correct the time of the notice or of the detention.
rule-minor-unknown = There is no such child in this case file. Choose a child from the list of the family.

## Rules: requests to other bodies

rule-request-unknown = No referral of this kind was sent for this person. Record the referral first, then the answer.
rule-request-not-required-basis = “Not required” needs a reason, a legal basis and the name of the person who confirmed it. Fill in all three.
rule-request-reason-missing = The reason is missing. Write why it was refused or was not possible.
rule-request-answer-before = The answer cannot come before the referral of { $sent }. Correct the date of the answer.

## Rules: decisions

rule-decision-not-registered = The application is not registered yet, so there is nothing to decide. Register it first.
rule-decision-closed = The case file is closed, so no decision can be recorded in it.
rule-decision-taken-already = A final decision on this application is recorded already. Look at it in the case file.
rule-decision-future = The date lies in the future or before the decision. Correct the date.
rule-decision-before-registration = The date lies before the registration of the application. Correct the date.
rule-decision-kind-not-offered = This decision cannot be recorded on this application. Choose to grant, to refuse or to postpone.
rule-decision-consent-missing = Status for family unity needs the consent of the person. Record the consent first.
rule-decision-fingerprints-open = Status cannot be granted: fingerprint registration is neither done nor recorded as not required. Record the answer, or postpone the decision.
rule-decision-override-not-allowed = This rule may be set aside only for applications registered before 2024, and with a written reason. Record the fingerprint registration, or postpone the decision.
rule-decision-ground-only-family = The person agreed to status for family unity and a relative is recognised, so the lack of an own fear alone is no ground to refuse. Add another ground, or grant the status for family unity.
rule-decision-none = There is no decision in this case file yet. Record the decision first.
rule-decision-applicant-not-covered = The decision does not cover the applicant. Tick the applicant, and those children whom it covers as well.
rule-postponement-reason = The reason is missing. Write which additional check is needed.
rule-postponement-until = The new date must lie after the date of the postponement. Choose a later date.
rule-postponement-before-earlier = The decision was postponed on { $earlier } already; a later postponement cannot be dated before it. Correct the date.
rule-postponement-hard-limit = The decision may be postponed by one year at most, that is until { $limit }. Choose an earlier date.
rule-postponement-strict-limit = Your office counts the year from registration: the decision may be postponed until { $limit }. Choose an earlier date.

## Rules: certificates and papers

rule-certificate-not-asylum-seeker = The person is not an asylum seeker now, so this certificate cannot be issued. Look at the status in the case file.
rule-certificate-not-refugee = The refugee certificate is issued only after status is granted. Record the decision first.
rule-certificate-issued-already = A valid refugee certificate is recorded already. Record first how it ended.
rule-certificate-blank = The number of a booklet has two Latin letters and eight digits, such as AB12345678. Compare it with the booklet, or leave the field empty.
rule-certificate-blank-used = The booklet with this number was given out in case file { $number } already. Compare the number with the booklet.
rule-photo-missing = The photo is missing. Add a photo of the person, then issue the certificate.
rule-paper-not-available = This paper cannot be made for this case now. Look in the case file for what must be done first.
rule-paper-unknown = There is no paper of this name. Choose a paper from the list of the case file.
rule-paper-language = This paper is not made in that language. Letters are made in Kazakh and in Russian, all other papers on one bilingual sheet.
rule-paper-does-not-fit = A text is too long for its place on the paper. Shorten it and make the paper again; nothing was recorded.

## Rules: case files

rule-case-unknown = There is no case file with this number. Check the number, or search by name.
rule-case-held-elsewhere = The case file is kept by { $holder }; here it can only be read. Ask that office to make the change.
rule-case-not-open = The case file is closed and cannot be changed.
rule-case-closing-reason = The reason for closing the file is not in the list. Choose a reason from the list.

## Rules: commands, stories and a new store

rule-command-form = The command could not be read: { $detail }. Correct the line and try again.
rule-story-expected-refusal = The story expected a refusal here, but the command was carried out. Check the story.
rule-office-code = The office code is three letters and two digits, for example ALA01. Type it as the central office gave it.
rule-office-workstation = The workstation number is a number from 1 to 99. Type it as the central office gave it.
rule-office-region = The region does not fit the office code. Choose the region whose letters begin the code.
rule-office-name = The name of the office is missing. Enter it in Kazakh and in Russian.
rule-user-name = The name of the user is missing. Enter the full name as it should stand on papers.
rule-passphrase-differs = The two passphrases differ. Type the same passphrase twice.
rule-demo-live-store = Invented people cannot be put into a working store. Make a demo store.
rule-demo-not-region = The demo needs the store of a regional akimat. Make a demo store of that kind.
rule-demo-empty = The number of persons must be at least 1. Give a larger number.

## Conditions: journal, chains, clock

trouble-journal-line = A line of the journal cannot be read: the data are damaged. Ask for the bundle again, or restore the store from a backup.
trouble-journal-non-canonical = A journal entry is not written in the agreed form: the data are damaged or come from another program. Nothing was taken over.
trouble-journal-payload-mismatch = The content of a journal entry does not match its seal: it was changed or damaged. Stop working and tell the central office.
trouble-journal-payload-unreadable = The content of a journal entry cannot be read. Update the program; if that does not help, restore the store from a backup.
trouble-chain-foreign = The entry belongs to another journal. Nothing was taken over; check that the file comes from the right office.
trouble-chain-gap = Entries are missing before number { $at }. Import the earlier bundles of this office first.
trouble-chain-broken = The journal is broken at entry { $at }: an entry was changed, removed or put in. Stop working and tell the central office.
trouble-clock-live-store = In a working store the clock cannot be moved. Use a demo store or a test store.
trouble-case-import-in-doubt = Part of what was imported contradicts what is here already. Nothing was overwritten; ask the central office.

## Statuses

status-none = no status yet
status-intention = intention to seek asylum
status-asylum-seeker = asylum seeker
status-refugee = refugee
status-refused = refused
status-closed = closed

## Deadlines: names

deadline-border-handover = Handing over to the akimat
deadline-detention = Registration after a notice of detention
deadline-decision = Decision
deadline-decision-postponed = Postponed decision
deadline-fingerprints = Fingerprint registration
deadline-certificate = Asylum-seeker certificate
deadline-certificate-expiry = End of the certificate
deadline-majority = 18th birthday
deadline-notice-authorised-body = Notice to the authorised body
deadline-notice-iab = Notice to the internal affairs bodies
deadline-copy-to-person = Copy of the decision to the person
deadline-refugee-certificate = Refugee certificate
deadline-extension-application = Application for extension
deadline-status-expiry = End of the status

## Deadlines: what the law says, by rule

deadline-why-rule-l-10-3a = Law, Art. 10(3): the border unit takes the application. The Law sets no term for handing it over; this date is a target of the office.
deadline-why-rule-l-10-4b = Law, Art. 10(4), second part: within two calendar days the akimat establishes the circumstances of the stay and registers the application. Days off count as well.
deadline-why-rule-l-11-1a = Law, Art. 11(1): the decision is taken within three months of the registration of the application.
deadline-why-rule-l-11-1b = Law, Art. 11(1), second part: for an additional check the final decision is postponed by one year at most.
deadline-why-rule-l-10-6c = Law, Art. 10(6): fingerprint registration is carried out. The Law sets no term; by practice it is three calendar days.
deadline-why-rule-l-10-6a = Law, Art. 10(6): the certificate is issued on the day the application is registered.
deadline-why-rule-x-cert = By practice the certificate is valid for three months; while the stay is protected, a new one replaces it.
deadline-why-rule-x-18 = Law, Art. 11(2): everyone who has reached 18 is decided on individually. On this day an own application and an own certificate are due.
deadline-why-rule-l-10-8 = Law, Art. 10(8): the authorised body and the internal affairs bodies are told of the decision within five working days.
deadline-why-rule-l-11-6 = Law, Art. 11(6): a copy of the refusal, with the reason and the way to appeal, is handed over or sent within five working days.
deadline-why-rule-l-11-5b = Law, Art. 11(5): the refugee certificate is issued within five working days of the decision.
deadline-why-rule-l-11-5c = Law, Art. 11(5), second part: the refugee applies for extension one month before the status ends.
deadline-why-rule-l-14-2 = Law, Art. 14(2): status that is not extended ends when its term expires. The program ends nothing by itself.

## Deadlines: what they are counted from

deadline-why-start-border-handover = Counted from the lodging at the border: { $start }.
deadline-why-start-detention = Counted from the receipt of the notice: { $start }.
deadline-why-start-decision = Counted from the registration of the application: { $start }.
deadline-why-start-decision-postponed = Postponed on { $start }.
deadline-why-start-fingerprints = Counted from the referral: { $start }.
deadline-why-start-certificate = The application was registered on { $start }.
deadline-why-start-certificate-expiry = The certificate was issued on { $start }.
deadline-why-start-majority = Birth date, or the earliest day it may be: { $start }.
deadline-why-start-notice-authorised-body = Counted from the decision: { $start }.
deadline-why-start-notice-iab = Counted from the decision: { $start }.
deadline-why-start-copy-to-person = Counted from the decision: { $start }.
deadline-why-start-refugee-certificate = Counted from the decision: { $start }.
deadline-why-start-extension-application = Counted back from the end of the status granted on { $start }.
deadline-why-start-status-expiry = The status was granted on { $start }.

## Deadlines: length of the term

deadline-why-term-working-days = { $amount ->
    [one] Term: { $amount } working day; the first day is not counted.
   *[other] Term: { $amount } working days; the first day is not counted.
 }
deadline-why-term-calendar-days = { $amount ->
    [one] Term: { $amount } calendar day; the first day is not counted.
   *[other] Term: { $amount } calendar days; the first day is not counted.
 }
deadline-why-term-months = { $amount ->
    [one] Term: { $amount } month, to the same day of the month.
   *[other] Term: { $amount } months, to the same day of the month.
 }
deadline-why-term-years = { $amount ->
    [one] Term: { $amount } year, to the same day.
   *[other] Term: { $amount } years, to the same day.
 }
deadline-why-term-hours = { $amount ->
    [one] Term: { $amount } hour from the moment itself.
   *[other] Term: { $amount } hours from the moment itself.
 }
deadline-why-term-back = { $amount ->
    [one] Term: { $amount } month back; the day itself is still in time.
   *[other] Term: { $amount } months back; the day itself is still in time.
 }
deadline-why-term-fixed = A fixed day: it does not move because of days off.

## Deadlines: days off, target, end

deadline-why-skipped = Days not counted: { $days }.
deadline-why-rolled = The term ends on a day off, { $raw }; days off: { $days }.
deadline-why-off = { $day }, { $why }
deadline-why-due = Last day: { $due }.
deadline-why-target = Target: { $target }, the last working day before. Overdue only after { $due }.
deadline-why-done = Done on { $on }.
deadline-why-calendar = Working calendar: version { $version }.

## Tasks

task-prove-birth = Show the birth document
task-establish-citizenship = Establish the citizenship
task-awaiting-tracing = Await information about the parents or legal representatives
task-late-reason = Ask for the reason of lateness

## Names of choices

decision-kind-grant = Grant refugee status
decision-kind-grant-derivative = Grant refugee status for family unity
decision-kind-refuse = Refuse refugee status
decision-kind-extend = Extend refugee status
decision-kind-refuse-extend = Refuse to extend refugee status
decision-kind-deprive = Deprive of refugee status
decision-kind-terminate = Terminate refugee status

certificate-kind-asylum = asylum-seeker certificate
certificate-kind-refugee = refugee certificate

certificate-ended-replaced = replaced
certificate-ended-returned = returned
certificate-ended-lost = lost
certificate-ended-spoiled = spoiled
certificate-ended-destroyed = destroyed

request-to-iab-stay = Record at the place of stay
request-to-fingerprints = Fingerprint registration
request-to-medical = Medical examination
request-to-guardian = Guardianship body
request-to-travel-document = Travel document
request-to-nsc = National security bodies
request-to-iab = Internal affairs bodies
request-to-tracing = Search for relatives
request-to-other = Other request

request-result-done = done
request-result-refused = refused
request-result-impossible = not possible
request-result-not-required = not required
request-result-received = answer received

way-arrival = after arrival
way-sur-place = the danger arose during the stay in Kazakhstan
way-border = at the border
way-forced = after a forced unlawful crossing of the border
way-detention = from detention

arrival-way-legal = lawful entry
arrival-way-forced = forced unlawful crossing of the border
arrival-way-other = other way
arrival-way-already-here = already in Kazakhstan

served-way-hand = by hand
served-way-post = by post
notice-way-bundle = by bundle
notice-way-paper = on paper
notice-to-authorised-body = authorised body
notice-to-iab = internal affairs bodies

seen-original = original seen
seen-copy = copy seen
seen-lost = lost
seen-none = never held

stateless-no = has a citizenship
stateless-yes = stateless
stateless-not-established = not established

sex-female = female
sex-male = male
sex-not-stated = not stated

precision-day = exact date
precision-month = month and year
precision-year = year only
precision-estimated = estimated

office-kind-border = border unit
office-kind-district = district akimat
office-kind-region = regional akimat
office-kind-centre = central office

role-clerk = clerk
role-secretary = secretary of the commission
role-head = head of department
role-administrator = administrator
role-auditor = auditor

purpose-live = working store
purpose-demo = demo store
purpose-test = test store

colour-green = in time
colour-amber = soon
colour-orange = very soon
colour-red = overdue
colour-done = done
