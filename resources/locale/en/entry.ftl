# What is typed, pasted or loaded: dates, numbers, machine-readable zones, IIN, photos.

## Dates

rule-date-form = “{ $typed }” is not a date. Type day, month and year, for example 31.12.1986.
rule-date-impossible = There is no day { $day } in month { $month } of { $year }: its last day is { $last_day }. Correct the date.
rule-date-month-impossible = There is no month { $month }. Type the day first, then the month from 1 to 12, then the year.
rule-date-short-year = Type the year with four digits: “{ $typed }” can be read as two different years.
rule-date-year = The year { $year } cannot be right. Type a year from 1900 on.
rule-birth-future = The date of birth lies in the future. Correct it after the document, or after the person's words.
rule-birth-too-old = The year { $year } is before { $oldest }. Convert an Afghan solar or a Hijri date first; if only the year is known, type the year alone.
rule-moment-form = “{ $typed }” is not a date with a time of day. Type for example 08.06.2026 10:00.

## Numbers of papers

rule-number-form = “{ $typed }” is not a number of an application or a paper. Type it as it is printed, for example A-ALA01-26-01-00017-1; the dashes may be left out.
rule-number-check-digit = There is a mistake in the number “{ $typed }”: its check digit does not match. Compare it with the paper sign by sign.

## The machine-readable zone

rule-mrz-unreadable = This is no machine-readable zone. Type or scan all its lines (two of 36 or 44 signs, or three of 30), or fill in the fields by hand.
rule-mrz-check-digit = { $part ->
    [number] The check digit of the document number does not match. Compare the number with the document sign by sign; take care of 0 and O, 1 and I.
    [birth] The check digit of the date of birth does not match. Compare the date with the document.
    [expiry] The check digit of the date of expiry does not match. Compare the date with the document.
    [optional] The check digit of the additional data does not match. Compare the end of the second line with the document.
   *[other] The last check digit of the zone does not match. Compare all lines with the document sign by sign.
}
rule-mrz-not-latin = “{ $typed }” cannot be written in a machine-readable zone. Enter the Latin spelling of the name.
rule-mrz-number-too-long = The number has more than { $limit } signs and does not fit in the machine-readable zone. Check the number.
rule-mrz-optional-too-long = The additional data have more than { $limit } signs and do not fit in the machine-readable zone. Shorten them.

## IIN

rule-iin-not-digits = An IIN consists of digits only. Correct it or leave it empty.
rule-iin-length = An IIN has 12 digits, here there are { $count }. Correct it or leave it empty.
rule-iin-check-digit = There is a mistake in the IIN: its check digit does not match. Compare it with the document or leave it empty.
warning-iin-birth-differs = The IIN contains another date of birth. Compare both with the document.
warning-iin-sex-differs = The IIN belongs to a person of the other sex. Compare it with the document.
warning-iin-century-unknown = The seventh digit of the IIN is unusual. Compare it with the document.

## Photos and papers

trouble-photo-not-a-picture = This file is not a photo. Choose a photo in JPEG or PNG format.
trouble-photo-file-too-large = The file of the photo is larger than { $limit } MB. Make a smaller copy or take the photo again.
trouble-photo-too-large = The picture is too large: { $width } × { $height } pixels. Choose one of at most 50 million pixels, for example 5000 × 7000.
trouble-photo-too-small = The picture is too small: { $width } × { $height } pixels. The part of it in the shape 35 × 45 must have at least 200 × 257 pixels; take the photo again from nearer.
trouble-photo-damaged = The photo is damaged and cannot be read. Copy it from the camera again, or take a new one.
trouble-photo-no-checker = Photos cannot be checked on this computer just now, so none was taken over. Start Pana again; if this does not help, install it again.
trouble-paper-damaged = This paper is damaged and cannot be shown. Restore the store from a backup.
