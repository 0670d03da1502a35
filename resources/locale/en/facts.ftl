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
 }{ $alone ->
    [true] {"; child who came without parents"}
   *[other] {""}
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
fact-interpreter-engaged = Interpreter took part: { $name }, { $language_name }{ $translation_statement ->
    [true] ; the applicant states that the translation satisfies
   *[other] {""}
 }
fact-minor-listed = Child listed in the application: { $person }, { $relation_name }{ $verbal ->
    [true] {", from words, birth document to be shown"}
   *[other] {""}
 }
fact-minor-proven = Birth document shown for { $person }: { $document }
fact-minor-struck = Child struck from the application { $on }: { $person }, { $reason ->
    [turned_18] reached 18
    [own_file] got an own case file
    [other_parent] moved to the application of the other parent
    [died] died
   *[error] listed in error
 }
fact-relative-stated = Relative: { $name }, { $relation_name }{ $here ->
    [true] , in Kazakhstan
   *[other] , elsewhere
 }{ $decided_on ->
    [none] {""}
   *[other] ; recognised as a refugee { $decided_on } by { $recognised_by }
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
fact-application-registered = { $kind ->
    [extension] Application for extension { $number } registered { $registered_on }
   *[other] Application { $number } registered { $registered_on }
 }{ $first_registered_on ->
    [none] {""}
   *[other] ; registered first in the file of a parent { $first_registered_on }
 }
fact-application-withdrawn = { $kind ->
    [extension] Application for extension withdrawn by the person { $on }
   *[other] Application withdrawn by the person { $on }
 }
fact-case-closed = Case file closed { $on }: { $code_name }
fact-request-sent = Referral sent { $on }: { $to_name } ({ $person })
fact-request-answered = { $result ->
    [not_required] { $request }: not required ({ $reason }; { $basis }; confirmed by { $confirmed_by })
    [undisclosed] { $request }: answer received { $on }
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
 }{ $from_paper ->
    [true] {"; taken over from a paper file"}
   *[other] {""}
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
fact-certificate-ended = Certificate { $number } no longer valid since { $on }: { $how_name }{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
 }
fact-paper-issued = Paper made { $on }: { $form_name }{ $number ->
    [none] {""}
   *[other] , { $number }
 }
fact-needs-stated = Specific needs recorded: { $person }
fact-leaflet-given = { $subject ->
    [refugee] Leaflet on the rights and duties of a refugee handed over { $on }: { $person }, { $language_name }
   *[asylum_seeker] Leaflet on the rights and duties of an asylum seeker handed over { $on }: { $person }, { $language_name }
 }
fact-interview-held = { $restricted ->
    [true] Interview held { $on }, its record is restricted: { $person }; officer: { $officer }
   *[other] Interview held { $on }: { $person }; officer: { $officer }
 }
fact-evidence-added = { $restricted ->
    [true] Restricted evidence added { $on }: { $person }
   *[other] Evidence added { $on }, { $about_name }: { $person }
 }
fact-assessment-written = Assessment of the claim written { $on }: { $person }
fact-family-changed = { $event ->
    [birth] Birth in the family { $on }: { $names }
    [marriage] Marriage { $on }: { $names }
    [divorce] Divorce { $on }: { $names }
    [death] Death { $on }: { $names }
    [reunited] Family reunited { $on }: { $names }
    [split] One family no more since { $on }: { $names }
   *[principal] Another applicant in place of the first one since { $on }: { $names }
 }
fact-lateness-explained = { $kind ->
    [extension] Reason recorded { $on } why the application for extension was late
   *[grant] Reason recorded { $on } why the application was late
 }
fact-stage-done = Internal stage done { $on }: { $stage_name }
fact-case-assigned = Responsible officer appointed { $on }: { $user }
fact-case-reopened = { $what ->
    [withdrawal] Withdrawal taken back { $on }: the application stands again
    [lapse] End of the status with its term taken back { $on }
   *[closing] Case file opened again { $on }
 }
fact-departure-announced = { $for_good ->
    [true] Departure for good announced { $on }: { $names }
   *[other] Departure announced { $on }: { $names }
 }{ $planned_on ->
    [none] {""}
   *[other] , planned for { $planned_on }
 }
fact-stay-left = Off the record of this office since { $on }, on the move to { $to }: { $names }
fact-stay-arrived = On the record of this office since { $on }, arrived { $arrived_on } from { $from_office }: { $names }{ $late ->
    [none] {""}
   *[other] ; after more than five working days
 }
fact-deadlines-recomputed = { $changed ->
    [one] The working calendar or a setting changed: { $changed } deadline has another day
   *[other] The working calendar or a setting changed: { $changed } deadlines have another day
 }
fact-person-corrected = Data corrected { $on }: { $person }; { $fields }
fact-duplicate-judged = { $verdict ->
    [same] Two entries compared { $on }, found to be one person: { $names }
   *[different] Two entries compared { $on }, found to be different persons: { $names }
 }
fact-persons-merged = Two entries joined as one person { $on }: { $names }
fact-merge-undone = Two entries parted again as two persons { $on }: { $names }
fact-case-merged = Case file found to be a duplicate { $on }; it goes on in another file
fact-decision-annulled = { $by ->
    [higher_body] Decision { $number } annulled by a higher body, without effect since { $on }
    [court] Decision { $number } annulled by a court, without effect since { $on }
   *[self] Decision { $number } taken back by the body that took it, without effect since { $on }
 }
fact-decision-corrected = Slip of the pen corrected in decision { $number } { $on }
fact-status-lapsed = { $covers ->
    [one] Refugee status ended { $on } with its term, not extended: { $covers } person
   *[other] Refugee status ended { $on } with its term, not extended: { $covers } persons
 }
fact-status-carried = { $decision ->
    [refuse] The refusal goes along into this file: { $person }, decision { $number } of { $decided_on }
    [deprive] The deprivation of status goes along into this file: { $person }, decision { $number } of { $decided_on }
    [terminate] The termination of status goes along into this file: { $person }, decision { $number } of { $decided_on }
   *[other] Refugee status goes along into this file: { $person }, decision { $number } of { $decided_on }, until { $to_on }
 }
fact-appeal-lodged = { $level ->
    [court_first] Appeal to the court against decision { $decision } lodged { $on }
    [court_appeal] Appeal against the judgment on decision { $decision } lodged { $on }
    [court_cassation] Cassation complaint on decision { $decision } lodged { $on }
   *[pre_trial] Complaint to the higher body against decision { $decision } lodged { $on }
 }{ $late_days ->
    [0] {""}
    [one] , late by { $late_days } day
   *[other] , late by { $late_days } days
 }
fact-appeal-decided = { $result ->
    [allowed] Appeal allowed { $on }
    [allowed_partly] Appeal allowed in part { $on }
    [withdrawn] Appeal withdrawn { $on }
    [not_considered] Appeal left without consideration { $on }
   *[dismissed] Appeal dismissed { $on }
 }{ $effect ->
    [annulled] ; the decision has no effect
    [remitted] ; the decision has no effect, the case is considered anew
    [restored] ; the decision has its effect back
   *[stands] ; the decision stands
 }{ $in_force_on ->
    [none] {""}
   *[other] ; in force since { $in_force_on }
 }
fact-note-add = Note: { $text }

fact-office-opened = Office opened: { $code }, { $name }
fact-setting-changed = Setting changed: { $key_name } = { $value }
fact-calendar-adopted = Working calendar { $version } adopted
fact-day-off-added = Day off of this office: { $day }
fact-file-viewed = { $what ->
    [grounds] Restricted grounds opened
    [needs] Restricted needs opened
    [nsc] Answer of the national security bodies opened
    [interview] Restricted interview opened
    [evidence] Restricted evidence opened
   *[all] All that is restricted in a file opened
 }: { $user }; reason: { $reason }
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

evidence-about-identity = on identity
evidence-about-claim = on the claim
evidence-about-family = on the family link
evidence-about-best-interests = on the best interests of the child
evidence-about-citizenship = on citizenship
evidence-about-departure = on departure
evidence-about-other = on another matter

person-field-names = names
person-field-sex = sex
person-field-birth = date of birth
person-field-birth-place = place of birth
person-field-citizenships = citizenship
person-field-stateless = statelessness
person-field-residence-country = country of residence
person-field-languages = languages
person-field-marital = marital status
person-field-iin = IIN
person-field-parents = parents
person-field-from-words = whether from words
