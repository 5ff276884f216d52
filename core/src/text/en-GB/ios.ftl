# What is said about an iPhone or iPad only: signs, what they mean, their harmless explanations, and limits.
# Each text stands on one line; a test reads this file line by line.

headline-sign-jailbreak = A tool on this phone can take off the limits that Apple sets.
headline-sign-supervised = An organisation is set up as the one that this phone belongs to (supervision).
headline-sign-restrictions = Restrictions on this phone keep its person from changing some things.
headline-sign-screen_time = Screen Time is in force on this phone.
headline-sign-account_devices = { $count ->
    [one] One other device shares this phone’s Apple Account. Look whether you know it.
   *[other] { $count } other devices share this phone’s Apple Account. Look whether you know each of them.
}

headline-sign-other_account = { $count ->
    [one] One app on this phone was fetched with another Apple Account than most of the others.
   *[other] { $count } apps on this phone were fetched with another Apple Account than most of the others.
}

can-do-sign-other_account = Whoever owns an account can see which apps it fetched. An app can come onto a phone that way.
can-do-sign-jailbreak = On such a phone an app can do more than Apple allows, and can keep out of sight.
can-do-sign-supervised = The organisation that supervises a phone can set more rules for it, and can see more of it.
can-do-sign-restrictions = The table below names each restriction. Whoever set them can decide what this phone may do.
can-do-sign-screen_time = Whoever manages Screen Time can see which apps are used and for how long, and can limit them.
can-do-sign-account_devices = A device in the same account can show messages, photos, passwords and the location of this phone.

## Signs: what was seen.

sign-outside_store = It is signed for one company or for a developer. No store looked at it.
sign-test_flight = Its maker still tries it out. It came through TestFlight.
sign-other_store = It came from another store that Apple lets in.
sign-managed_app = A device management put it on the phone.
sign-other_account = Another Apple Account fetched it than most of the other apps.
sign-private_things = It is allowed to use these private things.
sign-keyboard_network = It is a keyboard with full access. It may send what is typed over the internet.
sign-night_camera = It used the camera at night, between 0:00 and 5:00.
sign-night_microphone = It used the microphone at night, between 0:00 and 5:00.
sign-night_screen = It recorded the screen at night, between 0:00 and 5:00.
sign-night_location = It used the location on several nights, between 0:00 and 5:00.
sign-jailbreak = This belongs to a tool that takes off Apple’s limits.
sign-supervised = The phone says that it is supervised.
sign-restricts_lockdown_mode = Lockdown Mode cannot be switched on.
sign-restricts_apps = Apps cannot be installed or taken off as usual.
sign-restricts_erase = The person cannot erase the phone.
sign-restricts_find_my = Find My cannot be used or changed as usual.
sign-restricts_accounts = Accounts, passcode or faces cannot be changed as usual.
sign-restricts_profiles = Profiles or a VPN cannot be added as usual.
sign-restricts_computers = The phone pairs with no other computer.
sign-restricts_screen = A teacher’s device may watch the screen or lock the phone without a question.
sign-restricts_networks = The phone joins only networks that somebody else chose.
sign-screen_time = This shows that Screen Time is in force.
sign-account_phone = An iPhone in the same account.
sign-account_pad = An iPad in the same account.
sign-account_mac = A Mac in the same account.
sign-account_watch = An Apple Watch in the same account.
sign-account_tv = An Apple TV in the same account.
sign-account_speaker = A HomePod in the same account.
sign-account_other = A device in the same account. We do not know its kind.
sign-profile_gone = A configuration profile was there earlier and is gone.

## A harmless explanation for each sign.

harmless-sign-outside_store = Companies give their own apps to their staff like this. People who write apps do so too.
harmless-sign-test_flight = Many people try out new versions of apps for their makers.
harmless-sign-other_store = In some countries people use other stores beside Apple’s.
harmless-sign-managed_app = Employers and schools put apps on the phones that they hand out.
harmless-sign-other_account = Family sharing, and an old account of one’s own, look the same.
harmless-sign-private_things = Most apps need some of these for their job.
harmless-sign-keyboard_network = Many keyboards ask for full access, for pictures, spelling or other languages.
harmless-sign-night_camera = A late video call, a code that was scanned, or an app for babies can be the reason.
harmless-sign-night_microphone = A late call, a voice message, or an app that watches over sleep can be the reason.
harmless-sign-night_screen = Somebody may have recorded a film or a game late at night.
harmless-sign-night_location = Weather, navigation, alarms, backups and a way home at night can be the reason.
harmless-sign-jailbreak = People who like to change their own phone use such tools.
harmless-sign-supervised = Employers and schools supervise the phones that they hand out. Some second-hand phones still are.
harmless-sign-restrictions = Employers, schools and parents set restrictions. People also set some for themselves.
harmless-sign-screen_time = Parents manage Screen Time for their children. Many people use it for themselves.
harmless-sign-account_devices = Most people have several devices in their account: a tablet, a computer, a watch, an old phone.
harmless-sign-profile_gone = People take off profiles that they do not need any more.

harmless-account = Families sometimes share one account for all their devices.
does-not-tell-account = This does not tell us whose devices these are, or who signed them in. It does not tell us what anybody looks at.

## How an app came onto the phone.

channel-factory = Came with the phone
channel-app_store = App Store
channel-other_store = Another store
channel-test_flight = TestFlight
channel-managed = Device management
channel-outside_store = Outside any store
column-origin-ios = How it came
inventory-account = Fetched by the account
inventory-data-use = Network: { $received } bytes received, { $sent } bytes sent, first { $first }, last { $last }

## Configuration profiles in the annex.

inventory-profile-installed = Installed { $time }, by: { $by }
inventory-profile-stays = The person cannot take it off
inventory-profile-locked = Encrypted, and not read

## The phone and the devices in its account.

label-supervised = Supervision
supervised-yes = Supervised: an organisation set it up as its own
supervised-no = Not supervised
account-heading = Devices in the phone’s account
account-intro = The phone knows these devices of its Apple Account. The serial number is in each device’s own settings, to compare.
account-table = Devices in the account
account-own = The phone that was read
column-device = Device
column-model = Model
column-system = System
column-serial-end = End of the serial number
device-kind-phone = iPhone
device-kind-pad = iPad
device-kind-mac = Mac
device-kind-watch = Apple Watch
device-kind-tv = Apple TV
device-kind-speaker = HomePod
device-kind-other = Another device

## What differs from Android.

surface-ios-device-meaning = Make, model and system version.
surface-ios-launcher_entries-meaning = Apps that are not on the Home Screen.
timeline-ios-sensor_used = An app used this.
uses-table-ios = What { $id } used

## Limits.

limit-ios-exports = On an iPhone no program can look at everything. This check read only what the phone exports.
limit-ios-backup = A backup does not hold the programs of apps, nor what runs. Some apps leave their data out of it.
limit-ios-privacy-report = An App Privacy Report covers seven days at most, and only the time since it was switched on.
limit-ios-sysdiagnose = A sysdiagnose shows one moment, and what the phone’s own records still held then.
limit-ios-profile = A profile in a file says nothing about whether it was ever installed.

## Two checks of one iPhone.

compare-account-devices = Devices in the account
compare-account-device-added = { $device }: new.
compare-account-device-removed = { $device }: not there any more.
compare-channels = Apps that came another way
compare-profile-state = { $profile }: { $earlier }, then { $later }.
compare-supervised = Supervision
compare-supervised-change = { $earlier }, then { $later }.

## What a finding about an iPhone as a whole is called.

subject-name-account_devices = Devices in the account
subject-name-accounts_of_apps = Apps from another account
subject-name-restrictions = Restrictions
subject-name-screen_time = Screen Time
subject-name-supervision = Supervision
