# One line per kind of fact, for the timeline and the command line. Grounds are only counted, never named.

fact-newer-program = Recorded by a newer version of the program; update the program to see what.
fact-erased = The content of this entry was lawfully erased; only its place in the journal is kept.
fact-someone = a person not named here

fact-case-opened = { $source ->
    [border] Case file opened { $opened_on }: application taken at the border
    [detention] Case file opened { $opened_on }: person in detention
    [card] Case file opened { $opened_on } from a family card
    [turned_18] Case file opened { $opened_on }: the person has reached 18
    [unaccompanied] Case file opened { $opened_on }: child who came without parents
    [split] Case file opened { $opened_on }: parted from another file
    [taken_over] Case file opened { $opened_on }: taken over from paper
   *[other] Case file opened { $opened_on }
 }
fact-person-recorded = { $place ->
    [minor] Child recorded: { $full_name }, born { $born }
   *[other] Applicant recorded: { $full_name }, born { $born }
 }{ $from_words ->
    [true] {", from the person's words"}
   *[other] {""}
 }
fact-document-shown = { $type_name }{ $document ->
    [none] {""}
   *[other] {" "}{ $document }
 }: { $seen_name }
fact-photo-taken = Photo taken: { $person }
fact-stay-stated = Place of stay since { $from_on }: { $address }
fact-arrival-stated = Arrival: { $way_name }{ $entered ->
    [none] {""}
   *[other] , { $entered }
 }{ $learned_on ->
    [none] {""}
   *[other] ; learned of the danger on { $learned_on }
 }
fact-claim-stated = Reasons for asking for asylum recorded
fact-representative-named = Representative of { $person }: { $name }
fact-interpreter-engaged = Interpreter took part: { $name }, { $language_name }
fact-minor-listed = Child listed in the application: { $person }, { $relation_name }{ $verbal ->
    [true] {", from words, birth document to be shown"}
   *[other] {""}
 }
fact-minor-proven = Birth document shown for { $person }: { $document }
fact-minor-struck = Child struck from the application { $on }: { $person }, { $reason ->
    [turned_18] reached 18
    [own_file] got an own case file
    [other_parent] moved to the application of the other parent
   *[error] listed in error
 }
fact-relative-stated = Relative: { $name }, { $relation_name }{ $here ->
    [true] , in Kazakhstan
   *[other] , elsewhere
 }
fact-family-tied = { $cases ->
    [one] Family: { $cases } case file tied together
   *[other] Family: { $cases } case files tied together
 }
fact-detention-notified = Notice of detention received { $received_at }; detained { $detained_at }{ $body ->
    [none] {""}
   *[other] ; body: { $body }
 }{ $late ->
    [none] {""}
   *[other] ; late notice
 }
fact-application-lodged = { $kind ->
    [extension] Application for extension lodged { $lodged_at }
   *[other] Application lodged { $lodged_at }, { $way_name }
 }{ $border_receipt ->
    [none] {""}
   *[other] , receipt { $border_receipt }
 }{ $late_days ->
    [0] {""}
    [one] , late by { $late_days } day
   *[other] , late by { $late_days } days
 }{ $late_hours ->
    [0] {""}
    [one] , late by { $late_hours } hour
   *[other] , late by { $late_hours } hours
 }
fact-application-registered = Application { $number } registered { $registered_on }
fact-application-withdrawn = Application withdrawn by the person { $on }
fact-case-closed = Case file closed { $on }: { $code_name }
fact-request-sent = Referral sent { $on }: { $to_name } ({ $person })
fact-request-answered = { $result ->
    [not_required] { $request }: not required ({ $reason }; { $basis }; confirmed by { $confirmed_by })
   *[other] { $request }: { $result_name } { $on }
 }
fact-consideration-postponed = Decision { $number } of { $on }: final decision postponed until { $until }
fact-consent-recorded = { $given ->
    [true] Consent to status for family unity given { $on }: { $person }
   *[other] Consent to status for family unity refused { $on }: { $person }
 }
fact-decision-taken = { $kind ->
    [grant] Decision { $number } of { $on }: refugee status granted from { $from_on } to { $to_on }
    [grant_derivative] Decision { $number } of { $on }: refugee status granted for family unity from { $from_on } to { $to_on }
    [refuse] Decision { $number } of { $on }: refugee status refused
    [extend] Decision { $number } of { $on }: refugee status extended from { $from_on } to { $to_on }
    [refuse_extend] Decision { $number } of { $on }: extension of refugee status refused
    [deprive] Decision { $number } of { $on }: deprived of refugee status
   *[terminate] Decision { $number } of { $on }: refugee status terminated
 }{ $grounds ->
    [0] {""}
    [one] ; { $grounds } ground
   *[other] ; { $grounds } grounds
 }{ $override ->
    [none] {""}
   *[other] ; a rule was set aside with a written reason
 }
fact-decision-served = { $way ->
    [post] Copy of decision { $number } sent by post { $on }
   *[hand] Copy of decision { $number } handed over { $on }
 }{ $learnt_on ->
    [none] {""}
   *[other] ; the person learned of it on { $learnt_on }
 }
fact-notice-sent = Notice of decision { $decision } sent { $on }: { $to_name }, { $way_name }
fact-certificate-issued = { $kind ->
    [refugee] Refugee certificate { $number } issued { $issued_on }, valid to { $valid_to }
   *[asylum] Asylum-seeker certificate { $number } issued { $issued_on }, valid to { $valid_to }
 }{ $minors ->
    [0] {""}
    [one] , with { $minors } child
   *[other] , with { $minors } children
 }{ $replaces ->
    [none] {""}
   *[other] , replaces { $replaces }
 }
fact-certificate-ended = Certificate { $number } no longer valid since { $on }: { $how_name }
fact-paper-issued = Paper made { $on }: { $form_name }{ $number ->
    [none] {""}
   *[other] , { $number }
 }
fact-note-add = Note: { $text }

fact-office-opened = Office opened: { $code }, { $name }
fact-setting-changed = Setting changed: { $key_name } = { $value }
fact-chain-genesis = Store made: { $office }, workstation { $workstation }, { $purpose_name }
fact-user-added = User added: { $name }
fact-role-given = Role given: { $user }, { $role_name }
fact-session-opened = Signed in: { $user }
fact-session-closed = Signed out: { $user }
fact-paper-reprinted = { $way ->
    [saved] Issued paper saved again
   *[printed] Issued paper printed again
 }
fact-bundle-written = { $entries ->
    [one] Bundle { $no } written for { $to }, read back and compared: { $entries } entry
   *[other] Bundle { $no } written for { $to }, read back and compared: { $entries } entries
 }
fact-sync-import = { $entries ->
    [one] Bundle { $no } of { $sender } imported: { $entries } entry
   *[other] Bundle { $no } of { $sender } imported: { $entries } entries
 }
fact-store-verified = { $result ->
    [whole] Store verified, it is whole: { $entries } entries
   *[damaged] Store verified, damage found among { $entries } entries
 }
fact-clock-noticed = The clock of the computer went back or jumped

paper-form-certificate = Asylum-seeker certificate
paper-form-refugee-certificate = Refugee certificate, control sheet
paper-form-decision = Copy of the decision
paper-form-postponement = Decision to postpone
paper-form-notice = Notice to the person
paper-form-notice-authorised-body = Notice to the authorised body
paper-form-notice-iab = Notice to the internal affairs bodies
paper-form-border-receipt = Receipt of the border unit
paper-form-referral-iab-stay = Referral: record at the place of stay
paper-form-referral-fingerprints = Referral: fingerprint registration
paper-form-referral-medical = Referral: medical examination
paper-form-referral-guardian = Referral: guardianship body
