# The desk program's terminal: progress, summary, and what to do when it cannot do what was asked.

desk-stage-opening = Opening
desk-stage-reading = Reading
desk-stage-apps = Reading apps
desk-stage-comparing = Comparing
desk-stage-writing = Writing the report

desk-nothing-found = This check found nothing on its lists. It cannot see everything.
desk-nothing-list = Its list has { $indicators } signs and is dated { $date }.
desk-nothing-feeling = If you still feel watched, trust that feeling. The report says who can help.
desk-keep = Do not remove anything, and do not reset the phone. Keep the report and make a safety plan first.
desk-skipped = { $count ->
    [one] One record could not be read.
   *[other] { $count } records could not be read.
}
desk-more-findings = { $count ->
    [one] One more finding is in the report.
   *[other] { $count } more findings are in the report.
}
desk-more-surfaces = { $count ->
    [one] One more is in the report.
   *[other] { $count } more are in the report.
}
desk-report-id = Report
desk-written = Written

desk-cause = Cause:
desk-remedy = What to do:
desk-failure-not-found = The evidence was not found.
desk-remedy-not-found = Check the path. A path with spaces needs quotes.
desk-failure-unreadable = The evidence could not be opened.
desk-remedy-unreadable = Check that you may read it, or copy it to a folder of your own first.
desk-failure-empty = The evidence is empty.
desk-remedy-empty = Collect it again from the phone, or name another path.
desk-failure-damaged = The archive is cut short or damaged.
desk-remedy-damaged = Copy it again from where it was made. Keep the damaged file too.
desk-failure-encrypted = The evidence is encrypted.
desk-failure-wrong-password = The password or key does not open this evidence.
desk-remedy-encrypted = Give scan its password (--password-file) or key (--identity), or decrypt it first with the age tool.
desk-remedy-wrong-password = Check the password or the key, and try again. Nothing was written.
desk-failure-several-backups = This folder holds the backups of more than one phone.
desk-remedy-several-backups = Name the folder of one backup: the one with the file Manifest.db.
desk-failure-not-a-phone = This does not look like evidence from a phone.
desk-remedy-not-a-phone = Name an acquisition, a bug report, a backup, or a file that an iPhone exported. README.md lists them all.
desk-failure-too-many = The evidence has too many entries to be an acquisition.
desk-remedy-too-many = Name the acquisition itself, not a folder that holds many other things.
desk-failure-signatures = The signatures cannot be used.
desk-remedy-signatures = Leave out --signatures to use the built-in ones, or get the file again.
desk-failure-nothing-asked = No evidence was named.
desk-remedy-nothing-asked = Name a path: rushlight scan PATH
desk-failure-render = The report could not be drawn.
desk-remedy-render = Ask for another format with --formats, and tell the maintainers.
desk-failure-write = The report could not be written.
desk-remedy-write = Check that the folder exists, that you may write to it, and that the disk is not full.
desk-failure-print = The result could not be printed.
desk-remedy-print = Check where the output goes, or use -o to write files.

desk-signatures-file = File
desk-signatures-version = Version
desk-signatures-built = Built
desk-signatures-sha256 = SHA-256
desk-signatures-families = Families
desk-signatures-indicators = Indicators
desk-signatures-counts = { $loaded } loaded, { $usable } usable, { $refused } refused

desk-prompt-password = Password of the encrypted evidence:
