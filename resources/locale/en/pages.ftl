# The pages of the window: unlock, first start, today, cases, case file, papers, exchange, settings.

## The window

pages-tagline = The desk of the refugee-status procedure
pages-section-work = WORK
pages-section-system = SYSTEM
pages-today = Today
pages-cases = Cases
pages-case = Case file
pages-paper = Paper
pages-paper-number = Number
pages-exchange = Exchange
pages-help = Help
pages-settings = Settings
pages-wizard = Registration and decision
pages-new = New application
pages-open = Open the case file
pages-on = Date
pages-reason = Reason
pages-record = Record
pages-photo = Photo
pages-date-example = 31.12.2026
pages-by-program = the program
pages-banner-demo = Demo office: all persons are invented.
pages-banner-test = Test store: the data are not for work.
pages-banner-clock = The clock is stopped at { $at }.
pages-fault = A fault in the program
pages-fault-text = The store was locked and everything recorded is kept. Send the report to the central office; it holds no personal data: { $place }

## Before the store is open

pages-looking = Looking for the store…
pages-making-demo = Making the demo office…
pages-locking = Locking the store…
pages-unlock-title = Open the store
pages-unlock-demo = Demo office: the passphrase is filled in already, press “Open”.
pages-unlock = Open
pages-unlocking = Opening…
pages-user = User
pages-passphrase = Passphrase
pages-first-office = Office
pages-first-office-note = As the central office gave it
pages-first-administrator = Administrator
pages-first-administrator-note = Name and passphrase
pages-first-recovery = Recovery sheet
pages-first-recovery-note = Kept in the safe
pages-first-office-title = The office and this workstation
pages-first-office-text = The central office gives the code and the number of the workstation. They stay with the store for its whole life.
pages-first-administrator-title = The first user
pages-first-administrator-text = This person opens the store. The passphrase is written down nowhere.
pages-first-recovery-title = Recovery sheet
pages-first-recovery-text = If the passphrase is forgotten, only this code opens the store. Print the sheet now and lock it away: it is not shown again.
pages-recovery-have = I have the sheet
pages-next-step = Next
pages-make-store = Make the store
pages-making-store = Making the store…
pages-begin = Begin to work
pages-office = Office
pages-office-kind = Kind of office
pages-office-region = Region
pages-office-code = Office code
pages-office-code-hint = Three letters of the region and two digits: ALA01
pages-office-workstation = Number of the workstation
pages-office-fixed = Never changes
pages-office-name-kk = Name of the office in Kazakh
pages-office-name-ru = Name of the office in Russian
pages-admin = User name
pages-admin-hint = Small Latin letters, for example a-omarova
pages-admin-name = Full name
pages-admin-name-hint = As it stands on papers
pages-passphrase-hint = At least 10 characters; several words are easy to remember
pages-passphrase-again = The passphrase again
pages-strength-short = The passphrase is still too short.
pages-strength-fair = The passphrase will do; one more word makes it stronger.
pages-strength-good = The passphrase is strong.

## Today

pages-today-greeting = Good day, { $name }!
pages-today-late = Overdue
pages-today-soon = Within three days
pages-today-week = This week
pages-today-no-late = Nothing is overdue.
pages-today-no-soon = Nothing is due within three days.
pages-today-no-week = Nothing else is due this week.
pages-today-register = The register
pages-today-drafts = Drafts
pages-today-no-drafts = There are no drafts.
pages-draft-register-application = Application
pages-draft-take-decision = Decision
pages-draft-other = Draft

## The list

pages-cases-search = Name, case or document number · Ctrl+K
pages-cases-list = List of cases
pages-cases-number = Case no.
pages-cases-name = Name
pages-cases-birth = Born
pages-cases-citizenship = Citizenship
pages-cases-status = Status
pages-cases-due = Next due
pages-cases-registered = Registered
pages-cases-none = Nothing was found
pages-cases-none-next = Try another spelling or the case number, or take the filter away.
pages-cases-all = Show all
pages-filter-all = All
pages-filter-asylum-seeker = Asylum seekers
pages-filter-refugee = Refugees
pages-filter-refused = Refused
pages-filter-intention = Intention
pages-filter-closed = Closed
pages-filter-due = Due soon
pages-order = Order
pages-order-name = By name
pages-order-number = By case number
pages-order-registered = By day of registration
pages-order-due = By what is due
pages-order-status = By status
pages-order-down = Descending
pages-panel = Preview panel
pages-preview = The chosen case
pages-preview-none = Choose a person in the list.
pages-place = In the file
pages-place-applicant = applicant
pages-place-minor = minor
pages-place-struck = struck
pages-no-deadlines = Nothing is due.

## The case file

pages-case-overview = Details
pages-case-family = Family
pages-case-history = History
pages-case-deadlines = Deadlines
pages-case-papers = Papers
pages-held-by = The case file is held by workstation { $holder }. Here it can only be read.
pages-status-since = registered { $on }
pages-status-until = until { $on }
pages-group-person = APPLICANT
pages-group-application = APPLICATION
pages-group-claim = REASONS
pages-group-stay = STAY
pages-sex = Sex
pages-birth-place = Place of birth
pages-residence = Country of residence
pages-marital = Marital status
pages-languages = Languages
pages-documents = Documents
pages-from-words = from the person's words
pages-iin = IIN
pages-lodged = Lodged
pages-way = Way of lodging
pages-entered = Entered
pages-entry-place = Place of entry
pages-late = Late by
pages-late-days = { $days } d
pages-late-hours = { $hours } h
pages-certificate = Certificate
pages-valid-to = Valid until
pages-border-receipt = Border receipt
pages-reasons = Reasons of persecution
pages-account = Account
pages-address = Address
pages-stay-since = Since
pages-phone = Telephone
pages-interpreter = Interpreter
pages-interpreter-language = Language
pages-representative = Representative
pages-minors = Minors
pages-minor = Child
pages-relatives = Relatives and their files
pages-no-minors = There are no minors in this application.
pages-no-relatives = No relatives are stated.
pages-relation = Relation
pages-age = Age
pages-birth-document = Birth document
pages-verbal = from words
pages-tasks = TASKS WITHOUT A DAY
pages-next = What next
pages-next-none = There is nothing you may record in this file now.
pages-act-fingerprints = Fingerprints
pages-act-booklet = Refugee certificate
pages-act-decision = Take a decision
pages-act-serve = Decision served
pages-act-notice = Notice sent
pages-act-certificate = New certificate
pages-act-certificate-note = The new certificate is valid for three months and replaces the old one.
pages-act-postpone = Postpone
pages-act-postpone-note = The certificate is replaced by a new one too.
pages-act-consent = Record consent
pages-act-prove = Birth document shown
pages-act-answer = Answer to a referral
pages-act-photo = Add a photo
pages-act-note = Add a note
pages-act-withdraw = Application withdrawn
pages-act-withdraw-note = The case file is closed and the certificate is taken back.
pages-act-close = Close the file
pages-answer-to = Which referral
pages-answer-result = Result
pages-answer-reference = Reference number
pages-answer-basis = Legal basis
pages-answer-confirmed = Confirmed by
pages-postpone-until = Until
pages-postpone-reason = Which check is needed
pages-consent-given = Does the person agree to status for family unity
pages-consent-yes = agreed
pages-consent-no = did not agree
pages-serve-way = How it was served
pages-serve-on = Served on
pages-serve-learnt = The person learned of it on
pages-serve-proof = Proof
pages-notice-to = To whom
pages-notice-way = How
pages-document-type = Kind of document
pages-document-number = Number
pages-document-issued = Issued on
pages-document-issuer = Issued by
pages-certificate-note = Remark, if any
pages-certificate-blank = Number of the blank, if any
pages-certificate-blank-hint = For example, AB12345678
pages-certificate-late = Reason of lateness, if any
pages-close-code = Reason of closing
pages-note = Text of the note

## Papers

pages-sheet = Language
pages-sheet-kk = Kazakh
pages-sheet-ru = Russian
pages-sheet-kk-ru = Kazakh and Russian
pages-issued-on = Issued
pages-no-papers = No paper was issued in this file yet.
pages-make-paper = Make a paper
pages-save-pdf = Save as PDF
pages-print = Print
pages-saved = The file is saved.
pages-printed = Sent to the printer.
pages-zoom-in = Larger (Ctrl +)
pages-zoom-out = Smaller (Ctrl −)
pages-zoom-fit = Fit the width
pages-page-of = Page { $page } of { $pages }
pages-preview-paper = Preview of the paper

## Exchange

pages-export = Send to the central office
pages-export-note = Everything new is encrypted, written to the stick, read back and compared.
pages-export-choose = Choose a folder or stick…
pages-export-done = The bundle is written and was read back.
pages-export-last = Last sent
pages-export-never = never
pages-import = Take in a bundle
pages-import-note = Signature and wholeness are checked: a bundle is taken in whole, or nothing changes.
pages-import-choose = Choose the stick…
pages-import-done = The bundles are taken in.
pages-import-part = Some bundles were not taken in; the reason stands below.
pages-progress = Progress
pages-enrolment = Enrolment and keys
pages-enrol-state = State
pages-enrol-none = no request yet
pages-enrol-requested = waiting for the answer
pages-enrol-certified = certified
pages-enrol-centre = Central office
pages-enrol-fingerprint = Fingerprint of the key
pages-enrol-first = Enrol this workstation at the central office first: begin with the request file below.
pages-enrol-request = Request file…
pages-enrol-install = Install the answer…
pages-enrol-request-done = The request file is written. Bring it to the central office and compare the fingerprint by telephone.
pages-enrol-install-done = The answer is installed. Fingerprint of the central office: { $fingerprint }
pages-receipt = Receipt of the last action
pages-receipt-none = Nothing was exchanged in this session yet.
pages-receipt-refused = { $file } was not taken in: { $why }
pages-receipt-known = Bundle no. { $no } from { $sender } was taken in before ({ $file }). Nothing changed.
pages-workstation = Workstation
pages-tile-none = Exchange not set up
pages-tile-ready = Ready to exchange

## Settings

pages-looks = Language and look
pages-language = Language of the screens
pages-mode = Look
pages-mode-light = light
pages-mode-dark = dark
pages-store = Store and program
pages-store-folder = Folder of the store
pages-store-purpose = Purpose
pages-version = Version
pages-verify = Verify the store
pages-verify-note = The verification computes every entry of the journal again and changes nothing.
pages-verifying = Verifying…
pages-keys = Keys
pages-key-search = Search
pages-key-new = New application
pages-key-lock = Lock
pages-key-help = Help about the page shown
pages-key-back = The page before
pages-key-open = Open the case of the list
pages-key-zoom = Zoom a paper
pages-key-choice = Open a list of choices

## Help

pages-help-topics = Topics

## What these pages refuse, and what may go wrong

rule-pages-date-missing = The date is missing. Enter it, for example 31.12.2026.
rule-pages-document-missing = The number of the document is missing. Enter the number of the document that was shown.
rule-pages-choice-missing = Nothing is chosen. Choose one from the list.
rule-pages-text-missing = The text is empty. Write the note or close the window.
trouble-pages-printer = The printer did not begin. Check that it is switched on and try again, or save the paper as PDF.

## Counts

pages-cases-count =
    { $count ->
    [one] { $count } person
   *[other] { $count } persons
 }
pages-cases-found = { $count } of { $total } found
pages-cases-first =
    { $count ->
    [one] The first { $count } person is shown; type more to narrow it
   *[other] The first { $count } persons are shown; type more to narrow it
 }
pages-export-receipts = Send receipts to the offices
pages-export-receipts-note = Receipts of the bundles taken in are written to the stick; until then an office sends its entries again.
pages-export-waiting =
    { $count ->
    [one] { $count } entry is not confirmed by the centre yet
   *[other] { $count } entries are not confirmed by the centre yet
 }
pages-verify-whole =
    { $entries ->
    [one] The store is whole: { $entries } entry, case files: { $cases }.
   *[other] The store is whole: { $entries } entries, case files: { $cases }.
 }
pages-verify-damaged =
    { $count ->
    [one] Damage was found: { $first }. Stop working and tell the central office.
   *[other] { $count } damages were found, the first: { $first }. Stop working and tell the central office.
 }
pages-receipt-export =
    { $entries ->
    [one] Bundle no. { $no } is written: { $entries } entry, attachments: { $blobs }. File: { $file }. Digest: { $sha }. Bring the stick to the central office.
   *[other] Bundle no. { $no } is written: { $entries } entries, attachments: { $blobs }. File: { $file }. Digest: { $sha }. Bring the stick to the central office.
 }
pages-receipt-import =
    { $entries ->
    [one] Bundle no. { $no } from { $sender } is taken in: { $entries } new entry, new case files: { $fresh }, changed: { $changed }, attachments: { $blobs }.
   *[other] Bundle no. { $no } from { $sender } is taken in: { $entries } new entries, new case files: { $fresh }, changed: { $changed }, attachments: { $blobs }.
 }
pages-receipt-doubt = Entries in doubt: { $count }; they are kept for review.
