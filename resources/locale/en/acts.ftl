# The case page: the short forms of the days after registration, and what the overview tells of them.

## The page

acts-more = More acts
acts-row-record = Record
acts-person = About whom
acts-language = Language
acts-late-reason = Reason of lateness, if late
acts-restricted = Only the commission may see it
acts-office-hint = Three letters of the region and two digits: AST01

## Duties and hearing

acts-leaflet = Leaflet handed over
acts-leaflet-note = The leaflet on rights and duties in a language that the person understands.
acts-leaflet-language = Language of the leaflet
acts-interpreter = Interpreter engaged
acts-interpreter-name = Name of the interpreter
acts-representative = Representative, guardian
acts-representative-name = Name of the representative
acts-interview = Interview held
acts-interview-officer = Who held it
acts-interview-record = Record of the interview
acts-evidence = Add evidence
acts-evidence-about = About what
acts-evidence-link = The file of which relative
acts-evidence-text = What it shows
acts-document = Document shown
acts-document-series = Series
acts-document-country = Country of issue
acts-citizenship = Citizenship established
acts-citizenship-found = Citizenship
acts-citizenship-document = What shows it
acts-citizenship-reason = the citizenship was established
acts-request = Referral sent
acts-request-to = To whom
acts-register = Register the application
acts-register-note = The application gets its number, and the asylum-seeker certificate is issued today.
acts-lateness = Reason of lateness
acts-lateness-why = Why it was late
acts-lateness-first = The application for the status was lodged late.
acts-lateness-extension = The application to extend was lodged late.
acts-stage = Internal stage done
acts-stage-which = Which stage
acts-assign = Responsible officer
acts-assign-user = User name
acts-assign-user-hint = For example, a-omarova

## Extension and lapse

acts-extension = Extension application
acts-extension-note = A late application is accepted too; that it is late is noted.
acts-extension-decision = Decision on extension
acts-extension-kind-extend = Extend
acts-extension-kind-refuse-extend = Refuse to extend
acts-extension-reason = Reasons of the commission
acts-extension-reason-hint = Needed for a refusal: why the earlier circumstances no longer persist
acts-extension-withdrawn = Extension withdrawn
acts-extension-statement = Signed statement
acts-extension-pending = Extension pending
acts-extension-late = { $days } d late
acts-lapse = Status lapsed
acts-lapse-note = The status ends, and the refugee certificate with it. If there is an application to extend, record that first.

## Appeals and certificates

acts-appeal = Appeal lodged
acts-appeals = Appeals
acts-appeal-which = Which appeal
acts-appeal-decision-which = Against which decision
acts-appeal-level = Level
acts-appeal-level-pre-trial = higher body
acts-appeal-level-court-first = court of first instance
acts-appeal-level-court-appeal = court of appeal
acts-appeal-level-court-cassation = cassation
acts-appeal-on = Lodged on
acts-appeal-body = Name of the body or court
acts-appeal-reason = Why the appeal is late
acts-appeal-decision = Outcome of the appeal
acts-appeal-result = Outcome
acts-appeal-result-dismissed = dismissed
acts-appeal-result-allowed = allowed
acts-appeal-result-allowed-partly = allowed in part
acts-appeal-result-withdrawn = withdrawn
acts-appeal-result-not-considered = not considered
acts-appeal-effect = What becomes of the decision
acts-appeal-effect-annulled = annulled
acts-appeal-effect-remitted = sent back
acts-appeal-effect-stands = stands
acts-learnt = When the person learned
acts-reopen = Open the file again
acts-appeal-effect-restored = has effect again
acts-appeal-force = Act in force
acts-appeal-force-on = In force since
acts-appeal-force-hint = For an act of a court; leave it empty while it is not known
acts-appeal-number = Number of the act
acts-certificate-end = Certificate ended
acts-certificate-end-how = What happened
acts-certificate-end-reason = Circumstances

## Families and moves

acts-own-file = Own file at 18
acts-own-file-note = Who has reached 18 gets an own file and certificate and leaves the file of the parent.
acts-own-file-who = Who has reached 18
acts-decide-child = Decision on a child
acts-decide-child-note = A child who was listed after the decision on the applicant.
acts-departure = Departure announced
acts-departure-on = Told on
acts-departure-planned = Leaves on
acts-departure-country = To which country
acts-departure-for-good = Leaves for good
acts-departure-whole = With the children of the file
acts-leave = Off the record here
acts-leave-note = The file stays here until the other office has taken it over.
acts-leave-to = To which office
acts-arrive = On the record here
acts-arrive-from = From which office
acts-arrive-on = Arrived on
acts-arrive-recorded = On the record since

## The stay

acts-stay = Right to stay
acts-stay-open = protected, its last day is open ({ $reading })
acts-stay-until = protected until { $on } ({ $reading })
acts-stay-ended = ended { $on }
acts-stay-by-l-8-1-5 = Law, Art. 8(1)(5)
acts-stay-by-f-37 = setting of the office: appeal
acts-stay-by-l-9-1-1 = holds the status, Art. 9
acts-stay-departure = Day of departure, for information
acts-stay-departure-open = does not run while protected

## What these forms refuse

rule-acts-reason-missing = The reason is missing. Write why the appeal was lodged late.
