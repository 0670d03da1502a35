# Wizards of intake and decision: labels, hints, refusals of their own.

## Rules and conditions

rule-intake-required = This field is empty. Fill it in.
rule-intake-latin-unconfirmed = The proposed Latin spelling is not confirmed. Compare it with the passport and tick the box, or correct it.
rule-intake-document-dates = The document ends before it was issued. Compare both dates with the document.
rule-intake-applicant-is-minor = The applicant is under 18. If the child came with parents, list it in the application of one of them; if the child came alone, tick the box.
rule-intake-adult-is-minor = This person is under 18. Remove this row and add the person as a child.
rule-intake-moment-future = This moment lies in the future. Correct the date and the time.
rule-intake-interpreter = Both the name of the interpreter and the language are needed. Fill in both or leave both empty.
rule-intake-representative-basis = It is not said on what basis the representative acts. Choose the basis.
rule-intake-covers = It is not marked whom the decision is about. Tick at least one person.
rule-draft-too-long = The draft is too large and was not saved. Shorten the texts.
rule-draft-not-yours = This draft belongs to another user. Only that user can open it.
rule-draft-gone = The draft is not there: it was registered or discarded. Look for the application in the list.

## Frame

wizard-next = Next: { $page }
wizard-back = Back
wizard-postpone = Finish later
wizard-discard = Discard draft
wizard-discard-title = Discard the draft?
wizard-discard-text = Everything that was typed is deleted. This cannot be undone.
wizard-discard-yes = Discard
wizard-saved = Draft saved { $time }
wizard-not-saved = Draft not saved
wizard-mistakes = { $count ->
    [one] Correct { $count } mistake
   *[other] Correct { $count } mistakes
 }

## Intake: steps

intake-title = New application
intake-step-applicant = Applicant
intake-step-applicant-note = Names, birth
intake-step-applicant-long = Personal data of the applicant
intake-step-applicant-help = Write as in the document. Fields with an asterisk are required.
intake-step-documents = Documents
intake-step-documents-note = Passport or own words
intake-step-documents-long = Documents and further data
intake-step-documents-help = Without a document the data are taken from the person’s words; this does not stop the registration.
intake-step-arrival = Arrival and reasons
intake-step-arrival-note = Date, way, danger
intake-step-arrival-long = Arrival in Kazakhstan and the reasons
intake-step-arrival-help = Lateness is recorded and never stops the registration.
intake-step-stay = Place of stay
intake-step-stay-note = Address, interpreter
intake-step-stay-long = Place of stay, interpreter and representative
intake-step-stay-help = The address goes into the referral for the record at the place of stay.
intake-step-family = Family
intake-step-family-note = Children and adults
intake-step-family-long = Members of the family
intake-step-family-help = Children under 18 stand in the application of one parent; every adult has an own application.
intake-step-photo = Photo
intake-step-photo-note = For the certificate
intake-step-photo-long = Photos for the certificates
intake-step-photo-help = A photo can be added later too; the registration does not wait for it.
intake-step-review = Review
intake-step-review-note = Read and register
intake-step-review-long = Check and register
intake-step-review-help = Read the data to the applicant. After registration a correction is an act of its own.

## Intake: person

intake-mrz = Machine-readable lines of the passport
intake-mrz-hint = Type, paste or scan the two or three lines: the fields are filled in.
intake-mrz-filled = { $count ->
    [one] { $count } field was filled in from the passport. Compare it with the document.
   *[other] { $count } fields were filled in from the passport. Compare them with the document.
 }
intake-names = Names
intake-propose = Propose Latin
intake-latin-confirmed = I compared the proposed Latin spelling with the document
intake-part-family = Family name
intake-part-given = Given names
intake-part-patronymic = Patronymic
intake-spelling-latin = Latin
intake-spelling-kk = Kazakh
intake-spelling-ru = Russian
intake-spelling-native = Native script
intake-family-latin = Family name, Latin
intake-given-latin = Given names, Latin
intake-patronymic-latin = Patronymic, Latin
intake-family-kk = Family name, Kazakh
intake-given-kk = Given names, Kazakh
intake-patronymic-kk = Patronymic, Kazakh
intake-family-ru = Family name, Russian
intake-given-ru = Given names, Russian
intake-patronymic-ru = Patronymic, Russian
intake-family-native = Family name, native script
intake-given-native = Given names, native script
intake-patronymic-native = Patronymic, native script
intake-birth = Date of birth
intake-birth-hint = 31.12.1986, 12.1986, 1986 or ~1986
intake-sex = Sex
intake-citizenship = Citizenship
intake-citizenship-hint = Type to search
intake-citizenship2 = Another citizenship
intake-undetermined = Undetermined
intake-stateless = Stateless person
intake-residence-country = Country of permanent residence
intake-residence-hint = If known
intake-unaccompanied = Came without parents or legal representatives: open an own case file
intake-unaccompanied-short = Unaccompanied child
intake-minor-note = The applicant is under 18. By Art. 10(5) of the Law a child stands in the application of one parent. An own file is opened only for a child who came alone (Art. 10(7)).
intake-minor-alone-note = An own file is opened and the child gets an own certificate. On the day of registration the guardianship body gets a referral and the search for the parents begins.

## Intake: documents

intake-document-first = Identity document
intake-document-second = Another document
intake-doc-type = Type
intake-doc-number = Number
intake-doc-series = Series
intake-doc-country = Issuing country
intake-doc-seen = How it was shown
intake-doc-issued = Issued on
intake-doc-valid = Valid to
intake-doc-issuer = Issued by
intake-from-words = The data were taken from the person’s words
intake-more = Further data
intake-iin = IIN
intake-iin-hint = If any: 12 digits
intake-language = Native language
intake-marital = Marital status
intake-birth-place = Place of birth
intake-father = Name of the father
intake-mother = Name of the mother

## Intake: arrival and reasons

intake-date-hint = For example 08.06.2026
intake-moment-hint = For example 08.06.2026 10:00
intake-way = How the application came
intake-lodged-at = Lodged at, if not now
intake-entered-on = Arrived in Kazakhstan on
intake-entered-at = Crossed the border at
intake-learned-on = Learned of the danger on
intake-lodged-at-border = Lodged at the border at
intake-border-receipt = Number of the border receipt
intake-detained-at = Detained at
intake-notified-at = Notice received at
intake-detaining-body = Detaining body
intake-arrival-way = How the person entered
intake-place = Place of arrival
intake-place-hint = Border point or settlement
intake-transport = Transport
intake-claim = Reasons for the application
intake-reasons = Reasons of persecution by Art. 1 of the Law
intake-account = Account of what happened
intake-fears = What is feared on return
intake-late-days = { $count ->
    [one] The application is { $count } day late; the last day was { $last }. This is recorded and does not stop the registration. Ask for the reason.
   *[other] The application is { $count } days late; the last day was { $last }. This is recorded and does not stop the registration. Ask for the reason.
 }
intake-late-hours = { $count ->
    [one] The application is { $count } hour late; the last day was { $last }. This is recorded and does not stop the registration. Ask for the reason.
   *[other] The application is { $count } hours late; the last day was { $last }. This is recorded and does not stop the registration. Ask for the reason.
 }
intake-late-reason = Reason of the lateness

## Intake: stay

intake-stay = Place of stay
intake-kato = Region
intake-address = Address
intake-address-hint = Settlement, street, house
intake-phone = Telephone
intake-interpreter = Interpreter
intake-interpreter-name = Name of the interpreter
intake-interpreter-language = Language of interpretation
intake-interpreter-basis = Basis
intake-interpreter-basis-staff = staff
intake-interpreter-basis-contract = contract
intake-interpreter-basis-volunteer = volunteer
intake-representative = Representative or guardian
intake-representative-name = Name of the representative
intake-representative-basis = Basis of the representation
intake-representative-basis-law = legal representative
intake-representative-basis-guardian = guardian
intake-representative-basis-power = power of attorney
intake-representative-basis-other = other basis
intake-representative-number = Number of the document
intake-representative-on = Date of the document
intake-guardian-note = The child came alone. If there is a guardian already, enter the name here; if not, the referral to the guardianship body goes out anyway.

## Intake: family

intake-add-minor = Add a child
intake-add-adult = Add an adult
intake-add-elsewhere = Add a relative elsewhere
intake-family-none = No member of the family is added. If the applicant came alone, leave it so and go on.
intake-column-name = Name
intake-column-relation = Relation
intake-column-birth = Date of birth
intake-column-citizenship = Citizenship
intake-column-place = Place
intake-place-minor = in this application
intake-place-minor-verbal = in this application, from words
intake-place-adult = own application
intake-place-adult-verbal = own application
intake-place-elsewhere = elsewhere
intake-place-elsewhere-verbal = elsewhere
intake-edit = Edit
intake-edit-row = Edit: { $name }
intake-remove = Remove
intake-remove-row = Remove: { $name }
intake-remove-title = Remove this row?
intake-remove-text = What was typed about { $name } is deleted.
intake-remove-yes = Remove
intake-member-minor = Child
intake-member-adult = Adult member of the family
intake-member-elsewhere = Relative elsewhere
intake-member-done = Done
intake-member-remove = Remove
intake-adult-note = An adult has an own application and an own certificate. Arrival, reasons and address are those of the applicant unless you say otherwise.
intake-relation = Relation to the applicant
intake-birth-document = Birth document
intake-birth-doc-type = Type of the document
intake-birth-doc-number = Number of the document
intake-verbal = No birth document: taken from words, to be shown later
intake-arrived-with = Arrived together with the applicant
intake-relative-name = Name of the relative
intake-tracing = Tracing is wanted
intake-own-circumstances = What differs from the applicant
intake-same-arrival = Arrival as the applicant
intake-same-claim = Reasons as the applicant
intake-same-stay = Address as the applicant

## Intake: photo

intake-photo-of = Photo: { $name }
intake-photo-hint = It is cut to 35 × 45 mm

## Intake: review

intake-register = Register
intake-registering = Registering…
intake-change = Change
intake-change-applicant = Change: Applicant
intake-change-documents = Change: Documents
intake-change-arrival = Change: Arrival and reasons
intake-change-stay = Change: Place of stay
intake-change-family = Change: Family
intake-review-wrong = Correct this before registering
intake-review-promise = On registering
intake-promise-applications = { $count ->
    [one] { $count } application is registered
   *[other] { $count } applications are registered
 }
intake-promise-certificates = { $count ->
    [one] { $count } asylum-seeker certificate is issued, valid to { $until }
   *[other] { $count } asylum-seeker certificates are issued, valid to { $until }
 }
intake-promise-minors = { $count ->
    [one] { $count } child is entered in a certificate
   *[other] { $count } children are entered in a certificate
 }
intake-promise-decision = the decision is due by { $on }
intake-promise-referrals = referrals: { $list }
intake-promise-late-days = { $count ->
    [one] a lateness of { $count } day is recorded
   *[other] a lateness of { $count } days is recorded
 }
intake-promise-late-hours = { $count ->
    [one] a lateness of { $count } hour is recorded
   *[other] a lateness of { $count } hours is recorded
 }
intake-family-alone = { $name } applies alone.

## Decision

decision-wizard-title = Decision
decision-step-kind = Kind
decision-step-kind-note = Kind and date
decision-step-kind-long = Kind and date of the decision
decision-step-kind-help = The commission chooses the decision and its grounds; the program proposes none.
decision-step-reasons = Reasons
decision-step-reasons-note = Grounds, persons
decision-step-reasons-long = Grounds and reasons
decision-step-reasons-help = Every ground needs written reasoning.
decision-step-review = Review
decision-step-review-note = Read and record
decision-step-review-long = Check and record the decision
decision-step-review-help = A recorded decision is not changed; it can only be annulled or corrected by an act of its own.
intake-review-case = Number of the application
decision-field-kind = Decision of the commission
decision-choice-grant = Grant status
decision-choice-grant-derivative = Grant for family unity
decision-choice-refuse = Refuse
decision-choice-postpone = Postpone
decision-field-on = Date of the decision
decision-fingerprints = Fingerprint registration
decision-fingerprints-open = Fingerprint registration: no result is recorded yet.
decision-fingerprints-done = Fingerprint registration is done.
decision-fingerprints-refused = Fingerprint registration was refused by the person.
decision-fingerprints-impossible = Fingerprint registration was not possible.
decision-fingerprints-not-required = Fingerprint registration is not required.
decision-blocked = Status cannot be granted yet (Art. 10(6), 11(1) of the Law). Record the result below, or postpone the decision.
decision-answer-result = Result
decision-answer-reason = Reason
decision-answer-basis = Legal basis
decision-answer-confirmed = Confirmed by
decision-answer-reference = Reference number
decision-answer-record = Record the result
decision-override = Reason for setting the rule aside
decision-override-hint = Only for applications registered before 2024
decision-tracing = The child came alone and nothing is known of the parents yet (Art. 11(3) of the Law). The three months keep running: consider a postponement.
decision-choose-postpone = Postpone
decision-grounds = Grounds of Art. 12 of the Law
decision-ground-reason = Reasoning of ground { $code }
decision-ground-subcode = Part of ground { $code }
decision-ground-restricted = restricted
decision-no-grounds = The commission chooses grounds only for a refusal.
decision-until = Until
decision-until-limits = Until { $strict } (a year from registration); { $hard } at the latest.
decision-reason = Reason of the postponement
decision-note = Note
decision-covers = Whom the decision covers
decision-record = Record decision
decision-recording = Recording…
decision-review-promise = On recording
decision-promise-grant = status is granted until { $to }; the refugee certificate is due within five working days
decision-promise-refuse = the refusal is recorded; the copy is due within five working days
decision-promise-notices = the authorised body and the internal affairs bodies are told within five working days
decision-promise-postpone = the decision is postponed until { $until }; a new certificate is issued
decision-change-kind = Change: Kind
decision-change-reasons = Change: Reasons
