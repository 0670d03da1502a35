ui-brand = Pana
ui-search = Search: name, case number, document…   Ctrl+K
ui-back = Back
ui-close = Close
ui-cancel = Cancel
ui-yes = Yes
ui-lock = Lock (Ctrl+L)
ui-theme = Light or dark
ui-language-kk = Қазақша
ui-language-ru = Русский
ui-language-en = English
ui-letters = Kazakh letters
ui-passphrase-show = Show the passphrase
ui-passphrase-hide = Hide the passphrase
ui-photo-choose = Choose a file…
ui-photo-remove = Remove the photo
ui-photo-drop = Or drop a file here. JPEG or PNG, up to { $limit } MB.
ui-files-pictures = Pictures
ui-steps = Steps
ui-step-current = Current step
ui-step-open = Not filled in yet
ui-step-done = Filled in
ui-step-problem = Needs correcting
ui-timeline = What happened
ui-deadline-none = No deadline
ui-deadline-today = Due today
ui-deadline-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
ui-deadline-late =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
trouble-ui-file-unreadable = The file “{ $name }” could not be read. Check that it opens, then choose it again.
trouble-ui-file-too-large = The file is larger than { $limit } MB. Choose a smaller file, or save it in a smaller size.
