# A second look at a record (`rushlight rescan`), and two checks of one phone (`rushlight compare`).

rescan-same = The record gives the same report as before.
rescan-says-the-same = The findings are the same as in the report beside the record.
rescan-program = Program: { $earlier }, now { $later }.
rescan-signatures = Signatures: { $earlier }, now { $later }.
rescan-language = Language: { $earlier }, now { $later }.
rescan-edition = Copy for: { $earlier }, now { $later }.
rescan-only-later = New: { $outcome }, { $name }.
rescan-only-earlier = No longer named: { $outcome }, { $name }. It may still be on the phone.
rescan-outcome = { $name }: it was “{ $earlier }”. Now it is “{ $later }”.
rescan-family = { $name }: it was named as { $earlier }. Now it is named as { $later }.
rescan-no-family = no family
rescan-reasons = { $name }: reasons added { $added }, reasons gone { $gone }.
rescan-surface = { $surface }: it was “{ $earlier }”. Now it is “{ $later }”.
rescan-surface-records = { $surface }: other records were read or left out.
rescan-surface-missing = not there

compare-other-phone = These two checks may not be of one phone
compare-device-platform = System: { $earlier }, then { $later }.
compare-device-make = Maker: { $earlier }, then { $later }.
compare-device-model = Model: { $earlier }, then { $later }.
compare-device-serial = Serial number: { $earlier }, then { $later }.
compare-device-imei = IMEI: { $earlier }, then { $later }.
compare-added = New apps
compare-added-app = { $app }: { $state }.
compare-removed = Apps that are not there any more
compare-removed-app = { $app }: it was “{ $state }”.
compare-state = Apps that are there in another way
compare-signers = Apps with another signer
compare-resigned = { $app }: signed by somebody else. The app may have been exchanged.
compare-rotated = { $app }: its maker changed the key, and the old key confirms it.
compare-powers-on = New powers
compare-power-on = { $app }: { $power }
compare-granted = New permissions
compare-granted-app = { $app }: { $permissions }.
compare-enabled = Apps switched on or off
compare-switched-on = { $app }: switched on.
compare-switched-off = { $app }: switched off.
compare-installer = Apps that another app installed
compare-profiles = Configuration profiles
compare-profile-added = { $profile }: new.
compare-profile-removed = { $profile }: not there any more.
compare-profile-changed = { $profile }: its content is another.
compare-powers-off = Powers that are gone
compare-power-off = { $app }: { $power }
compare-updated = Apps with another version
compare-settings = Settings
compare-setting-absent = not set
compare-app-from-to = { $app }: { $earlier }, then { $later }.
compare-app-of-user = { $app }, user { $user }
compare-not-certain = The other check did not read everything, so it may have been the same there.
compare-not-compared = Not compared
compare-both = Both checks:
compare-earlier = Earlier check:
compare-later = Later check:
compare-partly = { $count ->
    [one] One record could not be read.
   *[other] { $count } records could not be read.
}
compare-not-asked = It was not looked at.
compare-signers-not-compared = { $app }: the two checks do not both say who signed it.
compare-settings-not-compared = Settings “{ $namespace }”: only one check has them.
compare-checks = Earlier check: { $earlier }. Later check: { $later }.
compare-nothing = No difference was found in what both checks read. They cannot see everything.
compare-more = { $count ->
    [one] One more is in the output of --json.
   *[other] { $count } more are in the output of --json.
}

rescan-difference = Against the report beside the record
rescan-no-report = There is no report beside the record.
rescan-other-report = The report beside the record belongs to another one. It was not compared.
rescan-unreadable-report = The report beside the record could not be read. It was not compared.

record-failure = The evidence record cannot be used.
record-remedy = Copy it again from where it was made. Keep this one too.
record-failure-none = There is no evidence record in it.
record-remedy-none = A record is kept only where the person agreed to it. Check the phone again.
record-failure-changed = This package was changed, or it is not as Rushlight wrote it.
record-remedy-changed = “rushlight verify” says what does not hold. Do not rely on it.
