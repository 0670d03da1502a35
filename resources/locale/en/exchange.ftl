# Exchange with other offices: enrolment, export, import, and what a person must look at.

rule-enrolment-not-requested = This workstation has made no request yet, so there is nothing to install. Make the request first and give it to the central office.
rule-exchange-not-enrolled = This workstation is not enrolled, so it cannot exchange bundles. Make a request, give it to the central office, and install the answer.
rule-exchange-nothing-new = There is nothing new to send: the central office has confirmed everything. Export again after the next change.
rule-exchange-addressee = Bundles cannot be sent to this addressee. An office sends to the central office; the central office sends to enrolled workstations.
rule-exchange-no-bundle = There is no bundle on this stick or in this folder. Choose the stick itself, or the folder AKB on it.
trouble-exchange-authority-missing = The file { $name } with the key of the authority is not in the folder of the store. Nothing was certified. Put it back from the backup.
trouble-exchange-other-purpose = Workstation { $replica } is a demo or test store and this one is a working store, or the other way round. Nothing was imported.
trouble-exchange-record-taken = Workstation { $replica } opened a case that workstation { $holder } opened before. Nothing of this bundle was imported, and the case was not changed. The bundle is kept in the archive; tell the central office at once and ask both offices.
trouble-exchange-unreadable-fact = An entry of this bundle cannot be taken in: its content makes no sense. Nothing was imported. The bundle is kept in the archive; tell the administrator, and ask the sender to verify the store and update the program.

exchange-imported = Imported
exchange-known = Imported earlier
exchange-waiting = Waits for an earlier bundle
exchange-refused = Refused
exchange-doubt-foreign-entry = Workstation { $other } wrote on case { $number }, which another office keeps. The case was not changed; ask both offices.
exchange-doubt-minor-twice = A child of application { $number } stands in application { $other } too. Ask both offices in which one the child belongs.
exchange-doubt-ack-ahead = The central office ({ $other }) has confirmed entry { $number } of this workstation, which is not here: this store was probably put back from a backup. Do not export; tell the central office.
