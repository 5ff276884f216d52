# The report's own words: headings, labels, page one, limits, how to verify.
# Each text stands on one line; a test reads this file line by line.

language-draft = Draft translation, needs a human reader. Where it differs, the English text counts.

report-title = Phone check: screening report
report-title-person = Document
report-heading-person = Phone check: your copy of the screening report
report-footer = Report { $id }
report-page = Page { $page } of { $pages }

## The three outcome words, and no others.

outcome-match = Match
outcome-worth-a-look = Worth a look
outcome-not-checked = Not checked
outcome-match-meaning = On a published list.
outcome-worth-a-look-meaning = Often harmless. Please read why.
outcome-not-checked-meaning = Could not be read. The reason is in the report.

## Page one.

page-one-what = This is a screening report. It is not a forensic examination.
page-one-method = A program compared what could be read from this phone with published lists of tracking software.
page-one-counts = Results
summary-found = { $matches ->
    [0] This check found no match with published lists.
    [one] This check found 1 match with published lists.
   *[other] This check found { $matches } matches with published lists.
}
summary-looks = { $looks ->
    [one] It found 1 thing that is worth a look.
   *[other] It found { $looks } things that are worth a look.
}
summary-nothing = This check did not find any app or profile on its list ({ $indicators } signs, dated { $date }).
summary-nothing-incomplete = Some things could not be read, so this answer is not complete.
summary-not-checked = { $count ->
    [one] One thing could not be checked. The report says which and why.
   *[other] { $count } things could not be checked. The report says which and why.
}
summary-cannot-see = It cannot see everything.
summary-feeling = If you still feel watched, trust that feeling. Next steps are under “Help”.
summary-next = Please keep this report, and do not change the phone yet. Talk to someone you trust first.
page-one-identity = This check

found-table = What was found
column-found-number = No.
column-found-word = Result
column-found-subject = Where
column-found-family = On the list as
found-no-family = Not on a list
found-more = { $count ->
    [one] One more is under “Findings”.
   *[other] { $count } more are under “Findings”.
}

label-device = Device
label-stated-utc = Report time (UTC)
label-stated-local = Report time (phone’s zone)
label-report-id = Report number
label-tool = Program
label-bundle = Signatures
label-bundle-sha256 = SHA-256 of the signatures
label-indicators = Signs in the list
indicators-value = { $loaded } loaded, { $usable } usable, { $refused } refused
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }, built { $date }, { $families } families
zone-unknown = The phone’s zone is not known.
unknown = Not known
time-utc = { $date }, { $time } UTC
time-local = { $date }, { $time } ({ $zone }, { $offset })

label-seal = Sealed by key
seal-none = This report has no seal.
label-record = SHA-256 of the record
label-rescan-of = Made again from report
rescan-of-unknown = A report that was not there
rescan-of-value = { $id }, which used signatures { $version }
expected-line = Expected on this phone: { $reason }
table-more = { $count ->
    [one] One more is in report.json only.
   *[other] { $count } more are in report.json only.
}
field-blank = To be filled in by hand
code-label = Report number
code-label-sealed = Report number and seal key
code-alternative = QR code that holds: { $holds }

who-heading = Who made this check
label-officer = Name, number and role
label-station = Station or service
label-training = Training in this program
label-reference = Reference
label-place = Place
label-present = People present
label-signature = Signature and date

## Agreement and legal basis.

agreement-heading = Agreement and legal basis
agreement-intro = To be filled in by hand. Please leave a line empty rather than guess.
agreement-intro-case = The officer wrote this down. No machine observed it. An empty line was not filled in.
label-agreement-person = Person who handed over the phone
label-agreement-time = Date and time of the agreement
label-agreement-notice = Notice given, and how
label-agreement-form = Form and its number
notice-written = In writing
notice-spoken = Spoken only
notice-not-given = Not given
scope-identifiers = identifiers of the phone
scope-inventory = list of all apps and profiles
scope-record = evidence record, kept with the report
label-agreement-basis = Legal basis
label-agreement-scope = What the person agreed to
label-agreement-refused = What the person refused
label-agreement-owner = Who owns and pays for the phone
label-agreement-risk = Risk assessment
label-agreement-safety = Safety check made before the phone was read
label-agreement-signature = Signature of the person and date

## The phone.

device-heading = The phone
label-platform = System
label-make = Make
label-model = Model
label-os-version = System version
label-api-level = API level
label-security-patch = Security patches up to
label-build = Build
label-locale = Language
label-zone = Time zone
label-verified-boot = State of verified boot
label-acquired-with = Read with
label-acquisition-id = Number of that reading
label-acquisition-started = Reading began
label-acquisition-completed = Reading ended
label-device-time = Phone’s clock
label-clock-drift = Phone’s clock minus the stated time
clock-drift = { $seconds } seconds
label-serial = Serial number or IMEI (by hand)
label-exhibit = Exhibit or property number
described-heading = The phone as it was handed over
described-note = A person wrote this down. No program read it from the phone.
label-described = What it looks like
label-serial-number = Serial number
label-imei = IMEI
label-phone-number = Telephone number
identifiers-not-agreed = Serial number, IMEI and telephone number are left out. Nothing here says that they were agreed to.
times-heading = Times
times-note = All times are in UTC, and in the phone’s own zone where it is known.
label-stated = Time of this report
platform-android = Android
platform-ios = iOS
platform-unknown = Not known
device-note = The phone says these things of itself. A changed system can say something else.

## What was checked and what was not.

checked-heading = What was checked and what was not
checked-intro = A check can only speak about what it could read. What was not read may hold anything.
checked-table = What was checked
column-surface = What
column-state = State
column-records = Records
column-reason = Meaning, or why it was not read
state-read = Read
state-unavailable = Not checked
state-not_asked = Not asked for
state-read-skipped = Read in part
not-checked-heading = What was not checked
not-checked-table = Not read, or read in part
skipped-count = { $count ->
    [0] No record was left out of what was read.
    [one] One record was left out of what was read.
   *[other] { $count } records were left out of what was read.
}
skipped-heading = Records that were left out
skipped-none = No record was left out of what was read.
skipped-table = Records that were left out
skipped-more = { $count } more were left out and are not listed here.
column-record = Record
column-why = Why

## Findings.

findings-heading = Findings: matches
findings-none = This check found no match with published lists.
looks-heading = Findings: worth a look
looks-none = This check found nothing else that is worth a look.
findings-short = The next findings are listed in short. Each is in full in report.json.
findings-short-table = More findings, in short
findings-advice-keep = Please do not remove anything, and do not reset the phone yet. Keep the evidence and make a safety plan first.
findings-advice-safety = A person who is watching may notice a change. Please ask a support service before you change anything.
findings-advice-officer = Officers: photograph the screens, note the time, and ask about other devices and about children.
findings-advice-risk = Please finish the risk assessment before the phone goes back.
finding-title = { $id }: { $outcome }
label-subject-name = Name
label-subject-kind = Kind
label-subject-id = Exact identifier
label-subject-state = State
label-family = Family
label-category = Category
label-also = The same sign is also listed for
subject-kind-app = App
subject-kind-profile = Configuration profile
subject-kind-setting = Setting
subject-kind-file = File
subject-kind-domain = Internet address
subject-kind-device = The phone
subject-state-installed = Installed
subject-state-removed = Was installed, is gone now
subject-state-seen = Mentioned only
subject-state-domain = Contacted, or set to be used
subject-state-present = Present on the phone
part-meaning = What it may mean
part-observed = What was observed
label-photographs = Photographs of the screens (numbers)
part-harmless = A harmless explanation
part-can-do = What it can do
part-does-not-tell = What this does not tell us
reasons-table = What was observed for { $id }
column-observed = What was observed
column-where = Where
column-sign = Sign on the list
column-weight = Weight and source
basis-power = The app holds this power: { $power }.
basis-declared = The app says this of itself.
strength-identifying = Enough alone
strength-supporting = Counts with another
strength-context = Explains only
weight-listed = { $strength }. Source: { $source }, first listed { $date }.
weight-undated = { $strength }. Source: { $source }.
weight-none = { $strength }. Not from a list.
statement-heading = What the person says about this
statement-note = The person’s own account. No machine observed this.
statement-question = Did you set this up?
statement-words = In the person’s own words
statement-time = Said at
answer-set-up = Yes, I set it up.
answer-knew = I knew of it.
answer-did-not-know = I did not know of it.
answer-not-sure = I am not sure.
statements-heading = What the person says about other things
statements-intro = These statements are not about a finding.
statement-title = Statement { $number }
statement-about = About
statement-part = What the person says

## The inventory.

inventory-heading = Annex: apps and profiles
inventory-not-agreed = The list of apps and profiles is left out. Nothing here says that it was agreed to.
inventory-intro = The person asked for this list or agreed to it. To be on this list says nothing about an app.
inventory-apps = Apps ({ $count })
inventory-profiles = Profiles ({ $count })
inventory-no-profiles = No profile was listed.
inventory-no-apps = No app was listed.
column-app = App
column-version = Version and state
column-origin = Installed by
column-digests = Digests and powers
column-profile = Profile
column-name = Name
column-organisation = Organisation
inventory-user = User { $user }
inventory-system = Came with the phone
inventory-disabled = Switched off
inventory-signer-sha256 = Signer SHA-256:
inventory-signer-sha1 = Signer SHA-1:
inventory-file-sha256 = File SHA-256:
inventory-powers = Powers: { $powers }

## Limits.

limits-heading = What a check like this cannot tell
limit-screening = This is screening. It is not a forensic examination, and it does not replace one.
limit-accounts = It does not see accounts. Somebody who knows a password can watch from another device.
limit-devices = It does not see other devices, such as tags, cars, watches, cameras and shared tablets.
limit-traces = Software that left no trace in what was read is not found.
limit-unlisted = Software that is on no published list is only seen by what it can do. Some of it is missed.
limit-behaviour = What apps can do is judged by fixed rules. An honest app can fit them, and a hidden one can miss them.
limit-seals = This version does not verify the seals of app files. A forged file can show a copied seal.
limit-names = A name alone can be copied. Each finding says what was compared.
limit-date = The signatures are from { $date }. Newer software is not on them.
limit-self-report = What the phone says of itself can be false if its system was changed.

## What was done to the phone.

actions-heading = What this check did to the phone
actions-none = Nothing. This check read a copy that was made earlier, and did not touch the phone.
actions-table = What was done to the phone
column-when = When (UTC)
column-what = What

## Integrity.

integrity-heading = Integrity, and how to verify
integrity-inputs = Each file that was read has a SHA-256 digest. One changed letter changes the digest.
integrity-table = What was read
column-input = Input
column-bytes = Bytes
column-sha256 = SHA-256
input-kind-androidqf_folder = AndroidQF folder
input-kind-androidqf_zip = AndroidQF archive
input-kind-bugreport = Android bug report
input-kind-dumpsys = Android system dump
input-kind-android_backup = Android backup
input-kind-intrusion_log = Android intrusion log
input-kind-ios_backup = Backup of an iPhone or iPad
input-kind-app_privacy_report = App Privacy Report
input-kind-sysdiagnose = Sysdiagnose of an iPhone or iPad
input-kind-configuration_profile = Configuration profile
input-kind-connected_phone = Connected phone
input-kind-apk = App file
integrity-no-inputs = No input was listed.
integrity-how = To check an input, make its digest again and compare it with the table:
integrity-how-folder = A folder has no bytes of its own. Inside it, name all its files that stand in the table:
integrity-embedded = The PDF carries the same report as data, in the file report.json. This command takes it out:
integrity-same = The same evidence, signatures and stated time give the same bytes. Anybody can check again.
integrity-id = The report number comes from the content of report.json. If the content changes, the number no longer fits.
integrity-package-heading = The package
integrity-package = If this report came in a package, the program can check all of it:
integrity-manifest = Without the program, open the package and check each file against its list:
integrity-seal = This command checks the seal. It must name the key that stands above:
record-bytes = { $bytes } bytes
integrity-inputs-heading = What was read

## Custody.

custody-heading = Custody
custody-intro = To be filled in by hand each time the phone or this report changes hands.
custody-table = Who handed what to whom
column-date-time = Date and time
column-item = Item and seal or bag number
column-from = From (name, signature)
column-to = To (name, signature)

## Sources.

sources-heading = Sources and attribution
sources-intro = The lists come from these people. They did not make this report and do not answer for it.
sources-none = The signatures name no source.
fonts-note = Set in Noto Sans, Sans Mono, Sans Gurmukhi and Naskh Arabic (SIL Open Font License 1.1).
