### Decisions after the first one: extension, deprivation, termination, lapse; their proofs, duties and warnings.

## What the rules refuse

rule-decision-no-status = Nobody here holds refugee status on this date: it was not granted yet, or it has lapsed, been taken away or terminated. Look at the status in the case file.
rule-decision-before-earlier = A decision of { $earlier } is recorded already; this one cannot be dated before it. Correct the date.
rule-decision-covers-missing = Others in this file hold a status as well. Say whom the decision covers: the applicant alone, or children too.
rule-decision-covers-adult = A person in this decision has reached 18 and is decided on individually. Give that person an own file first, or untick the person.
rule-decision-nobody-recognised = Status for family unity needs a family member who is or was recognised, and none is. Record the decision on the family member first, or tie the two files.
rule-decision-subcode-missing = Ground { $code } has several parts. Choose which part applies.
rule-decision-subcode-unknown = Ground { $code } has no part { $part }. Choose a part from the list, or leave the field empty.
rule-decision-proof-missing = Ground { $code } lacks a proof: { $proof ->
    [statement] { proof-statement }
    [disproof] { proof-disproof }
    [knowing] { proof-knowing }
    [basis_of_grant] { proof-basis-of-grant }
    [citizenship] { proof-citizenship }
    [protection_used] { proof-protection-used }
    [change] { proof-change }
    [voluntary] { proof-voluntary }
    [act] { proof-act }
    [answer] { proof-answer }
    [wish] { proof-wish }
    [grounds_ended] { proof-grounds-ended }
    [return] { proof-return }
    [departure] { proof-departure }
   *[other] see the list beside the ground
}. Write what the commission had before it.
rule-decision-proof-undated = A proof of ground { $code } counts only with its date. Enter the date of the document or of the act.
rule-decision-proof-unknown = A proof is entered that belongs to none of the chosen grounds. Remove it, or choose its ground.
rule-decision-proof-after = A proof is dated after the decision. Correct its date or the date of the decision.
rule-decision-court-missing = Ground { $code } needs a conviction. Enter the court, the date of the judgment and the case number.
rule-decision-court-after = The judgment for ground { $code } is dated after the decision. Correct its date or the date of the decision.
rule-decision-court-not-in-force = The judgment for ground { $code } is not in force yet, so status cannot be taken away on it. Wait until it is in force and mark it so.
rule-decision-grant-not-named = The proof does not name the grant decision that rested on the false data. Write its number, { $number }, and why it rested on them.
rule-decision-unknown = There is no decision { $number } in this case file. Choose a decision from the list.
rule-extension-no-status = There is no status to extend: it was not granted yet, or it has lapsed, been taken away or terminated. Look at the status in the case file.
rule-extension-before-status = The application cannot be dated before the decision of { $on } whose term it asks to extend. Correct the date.
rule-extension-pending = Application { $number } for extension is not decided yet. Decide on it, or record its withdrawal.
rule-extension-none-pending = There is no application for extension to decide on. Record the application first.
rule-extension-before-lodged = The application for extension was lodged on { $lodged }; the decision cannot be dated before it. Correct the date.
rule-extension-no-grounds = A decision on extension rests on no ground of Art. 12: the only question is whether the earlier circumstances persist. Remove the grounds and write the reason.
rule-extension-reason-missing = The reason is missing. Write why the circumstances that led to recognition no longer persist.
rule-lapse-no-status = There is no status that could lapse: it was not granted, or it has ended already. Look at the status in the case file.
rule-lapse-extension-pending = Application { $number } for extension is not decided yet, so no lapse is recorded. Decide on it first.
rule-lapse-not-expired = The status runs until { $to } inclusive; a lapse can be recorded only after that day. Correct the date, or wait.
rule-certificate-status-run-out = The status ran out on { $to }, so no refugee certificate can be issued. Decide on the extension, or record the lapse.

## Proofs of the grounds of Art. 13 and 14

proof-statement = the false statement or the forged document
proof-disproof = what disproves it
proof-knowing = why it was knowing
proof-basis-of-grant = why the grant rested on it, with the number of the grant decision
proof-citizenship = the document of the citizenship, with its date
proof-protection-used = that the person uses the protection of that state
proof-change = the written assessment of what has changed since the grant
proof-voluntary = that it was voluntary
proof-act = the act by which the person used the protection, with its date
proof-answer = the explanation of the person
proof-wish = the signed statement of the wish to return, with the interpreter
proof-grounds-ended = the written finding that the grounds for status no longer exist
proof-return = evidence of the return
proof-departure = the person's notice, or other evidence, of the departure for permanent residence

## Warnings before a decision is saved

warning-decision-stateless = The person is stateless, and this ground speaks of the country of citizenship. The commission judges whether it applies; a lawyer should confirm it.
warning-decision-tracing-open = Nothing is recorded yet about the parents or legal representatives of this child. Record the result of the tracing, or postpone the decision.
warning-decision-fingerprints-at-term = The term for the decision has ended and fingerprint registration is still open. Postpone the decision; this alone is no reason to refuse.

## Deadlines and tasks

deadline-extension-decision = Decision on the extension
deadline-why-start-extension-decision = The application was lodged on { $start }. The Law sets no term for the decision; the target lies before the end of the status.
deadline-why-rule-l-9-1-3 = Law, Art. 9(1)(3): a refusal to extend may be appealed. The Law sets no term for the copy; by analogy with Art. 11(6) it is handed over with the reason and the way to appeal.
deadline-why-rule-l-13-2 = Law, Art. 13(2): within five working days the person gets a copy of the deprivation with the reasons and the way to appeal, and the authorised body and the internal affairs bodies are told.
deadline-why-rule-l-14-1 = Law, Art. 14(1): the Law sets no term after a termination. By analogy with Art. 13(2) the person gets a copy with the reason and the way to appeal, and the bodies are told.
task-take-back-certificate = Take back the refugee certificate
task-review-family = Review the status of a family member: decide separately, and record the result as evidence on the family with that file
certificate-ended-expired = run out with the status
