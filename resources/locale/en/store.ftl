# The encrypted store: opening, damage, disk, lock, recovery code, folders.

rule-passphrase-too-short = The passphrase is too short. Use at least { $least } characters; several words together are easy to remember.
rule-store-user-name = A user name has 1 to 32 characters: small Latin letters, digits and hyphens. Correct the name.
rule-store-user-exists = The user “{ $user }” already exists. Choose another name.
rule-store-last-user = “{ $user }” is the only user of this store and cannot be removed. Add another user first.
rule-fact-too-large = This entry is too large: an entry holds up to 4 megabytes of text. Nothing was saved. Shorten the text, or attach it as a file.
rule-fact-unwritable = This entry has signs or numbers that cannot be kept. Nothing was saved. Type the text again instead of pasting it, choose the attached file again, and repeat.

trouble-store-wrong-passphrase = The user name or the passphrase is wrong. Check the keyboard layout and Caps Lock, then try again.
trouble-store-unknown-user = The user name or the passphrase is wrong. Check the keyboard layout and Caps Lock, then try again.
trouble-store-wait = { $seconds ->
    [one] Too many wrong passphrases. Wait { $seconds } second, then try again.
   *[other] Too many wrong passphrases. Wait { $seconds } seconds, then try again.
 }
trouble-store-unfinished = The making of this store was interrupted; nothing is recorded in it. Delete the folder and make the store again.
trouble-store-not-ours = This folder does not hold a Pana store. Choose the right folder or make a new store.
trouble-store-newer = This store was made by a newer version of Pana. Install the newer version on this computer, then open the store again.
trouble-store-newer-program = This store was made by a newer version of Pana. Install the newer version on this computer, then open the store again.
trouble-store-keys-damaged = The key file of this store is damaged, and so is its copy. Put keys.json back from a backup. Do not delete anything in the folder.
trouble-store-recovery-mistyped = The recovery code is not typed correctly. Compare all 36 characters with the recovery sheet.
trouble-store-recovery-wrong = This recovery code does not open this store. Take the latest recovery sheet of this very store.
trouble-store-exists = This folder already holds a store. Open it, or choose an empty folder.
trouble-store-not-empty = There are other files in this folder. Choose an empty folder or name a new one.
trouble-store-restored = This store lacks entries that were made on this computer before: it was put back from a copy, or its end is damaged. Nothing was changed, and the other entries are whole. Do not work and leave the folder as it is; call the administrator.
trouble-store-copied = This computer knows this store as that of another workstation: the store was copied or exchanged. Nothing was changed and nothing is lost. Do not work and leave the folder as it is; call the administrator.
trouble-store-missing = A file of the store is missing, or the folder is not there. Check that the disk is connected; otherwise restore the store from a backup.
trouble-store-truncated = A file of the store has been cut short. Restore the store from a backup.
trouble-store-damaged = A file of the store is damaged. Stop working and restore the store from a backup.
trouble-store-wrong-key = A file of the store does not fit its key: it belongs to another store or its beginning is damaged. Restore the store from a backup.
trouble-store-no-encryption = Encryption is not available in this installation, so nothing was written. Install Pana again.
trouble-store-disk-full = The disk is full. Nothing of the last step was saved. Free some space and repeat the step.
trouble-store-read-only = The store cannot be written here. Check the rights on the folder and whether the disk is write-protected.
trouble-store-busy = The store is busy with another task. Nothing was saved; try again in a moment.
trouble-store-io = The disk does not read or write as it should. Nothing of the last step was saved. Check the disk and make a backup.
trouble-store-in-use = This store is already open in another Pana window on this computer. Use that window or close it first.
trouble-store-blob-missing = A stored scan or paper is missing. Restore the store from a backup.
trouble-store-blob-damaged = A stored scan or paper is damaged and is not shown. Restore the store from a backup.

store-warning-network-share = This folder is on a network share. A store can be damaged there; choose a folder on a disk of this computer.
store-warning-onedrive = This folder is synchronised by OneDrive. A store can be damaged there; choose another folder.
store-warning-dropbox = This folder is synchronised by Dropbox. A store can be damaged there; choose another folder.
store-warning-google-drive = This folder is synchronised by Google Drive. A store can be damaged there; choose another folder.
store-warning-yandex-disk = This folder is synchronised by Yandex Disk. A store can be damaged there; choose another folder.
store-warning-mail-ru-cloud = This folder is synchronised by Mail.ru Cloud. A store can be damaged there; choose another folder.
store-warning-icloud = This folder is synchronised by iCloud. A store can be damaged there; choose another folder.
