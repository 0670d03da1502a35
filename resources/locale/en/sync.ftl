# Exchange between offices: bundles, media, keys and trust.

trouble-sync-bundle-format = This file is not an exchange bundle of Pana, or it is not made by the rules. Nothing was imported. Check that it is the right file, and ask the sending office to export the bundle again.
trouble-sync-bundle-truncated = The bundle is cut off: its end is missing or damaged. Nothing was imported. The stick was probably pulled out too early; ask for the bundle to be exported again.
trouble-sync-bundle-corrupt = The bundle was damaged on the way. Nothing was imported. Ask for it to be exported again, best on another stick.
trouble-sync-not-for-us = This bundle is for another office and does not open here. Nothing was imported. Pass the stick on to the office it is addressed to.
trouble-sync-unknown-signer = The bundle is signed by a workstation that is not on the list of trusted ones. Nothing was imported. If it is a new workstation, enrol it at the central office first and update the list.
trouble-sync-bad-signature = The signature does not fit the content or the sender of the file: it was changed, or somebody else made it. Nothing was imported. Keep the stick and tell the central office.
trouble-sync-revoked-signer = The key of workstation { $replica } is revoked or suspended, and the bundle has entries made after that. Nothing was imported. Tell the central office.
trouble-sync-member-mismatch = The content of the bundle does not match its own list. Nothing was imported. Ask for the bundle to be exported again and tell the central office.
trouble-sync-limit = The file or a part of it is larger than the format allows. Nothing was imported. Check that it is the right file; if it is, ask for the bundle in several parts.
trouble-sync-non-canonical = Entries in the bundle are not written in the agreed form. Nothing was imported. Ask the sender to update the program and to export the bundle again.
trouble-sync-chain-broken = The entries of the bundle do not make an unbroken journal: one of them was changed, left out or moved. Nothing was imported. Keep the stick and tell the central office.
trouble-sync-chain-gap = The bundle before this one has not arrived: journal { $chain } must go on at entry { $need }, but this bundle begins at entry { $first }. Ask the courier for the earlier bundle, then import this one again.
trouble-sync-chain-fork = Journal { $chain } has two different continuations near entry { $at }: the sender's store was probably restored from a backup or copied. Nothing was imported. Keep the stick and tell the central office.
trouble-sync-payload-missing = The bundle has an entry without its content. Nothing was imported. Ask for the bundle to be exported again; if it happens again, tell the central office.
trouble-sync-blob-mismatch = An attachment (a photo or scan) does not match its checksum. Nothing was transferred. Verify the store of the workstation where the bundle was made, and export the bundle again.
trouble-sync-journal-broken = The journal of this store does not verify, so no bundle was written. Run the verification of the store and tell the central office.
trouble-sync-part-full = There are too many data for one part of a bundle, so nothing was written. Export them in several parts.

trouble-sync-media-full = There is not enough room on the stick. The bundle was not written. Free some room or insert another stick, and try again.
trouble-sync-media-lost = The stick does not answer, was pulled out, or the file is no longer on it. Insert it and try again; if this repeats, use another stick.
trouble-sync-read-only = Access to this place is denied, or the stick is write-protected. Remove the protection, check the rights to the folder, or choose another stick.
trouble-sync-read-back = The stick gave back other data than were written to it: it is faulty. The bundle was removed. Take another stick and try again.
trouble-sync-name-taken = The file { $name } is already there and was not overwritten. Choose another folder, or move the earlier file away if it has been delivered.
trouble-sync-not-a-file = This is not a plain file but a folder, a link or a device. Nothing was read. Choose the file itself.
trouble-sync-not-a-folder = There is no such folder, or it is not a plain folder. Choose another folder or stick.
trouble-sync-cancelled = The action was cancelled. Nothing was changed; you may repeat it at any time.

trouble-sync-request-format = This file is not an enrolment request of a workstation, or it is damaged. Choose the right file, or ask for a new request.
trouble-sync-response-format = This file is not the central office's response to an enrolment request, or it is damaged. Choose the right file, or ask for the response again.
trouble-sync-response-for-other = This response was made for workstation { $replica } or for another key and does not fit here. Take the response to the latest request of this workstation.
trouble-sync-ca-changed = The response comes from another authority than the one this workstation trusts. Check characters of the other one: { $fingerprint }. Nothing was installed; call the central office.
trouble-sync-certificate-invalid = The certificate was not issued by our authority, or it is not made by the rules. Nothing was installed. Ask the central office to issue it again.
trouble-sync-certificate-expired = The certificate of workstation { $replica } expired on { $until }. Make a new request and give it to the central office.
trouble-sync-centre-first = The central office is not enrolled yet, so { $replica } cannot be enrolled. Enrol the workstation of the central office first.
trouble-sync-replica-taken = Workstation { $replica } is already enrolled with another key, or was revoked. Compare the office code and the workstation number; a new workstation needs a new number.
trouble-sync-roster-format = The list of trusted workstations is damaged or not made by the rules. The earlier one stays. Ask the central office to send it again.
trouble-sync-roster-rollback = An old list of trusted workstations has come (version { $offered }), but version { $held } is in force here. The one in force stays. Ask the central office for the latest list.
trouble-sync-roster-conflict = There are two different lists of trusted workstations that exclude each other (version { $version }). The one in force stays. Tell the central office at once.
trouble-sync-authority-format = This file is not the key of the certificate authority, or it is damaged. Choose the right file or its backup.
trouble-sync-authority-passphrase = The passphrase does not open the key of the certificate authority. Check the keyboard layout and Caps Lock and try again.
