# What behaviour says: signs, what they let an app do, and their harmless explanations.
# Each text stands on one line; a test reads this file line by line.

headline-app-behaves = The installed app “{ $name }” behaves like tracking software: it can watch, and it keeps out of sight.
headline-app-powers = { $state ->
    [installed] The installed app “{ $name }” shows something that is worth a look.
    [removed] The app “{ $name }” was installed earlier, and showed something that is worth a look.
   *[seen] The app “{ $name }” is mentioned on this phone, and showed something that is worth a look.
}
headline-sign-play_protect_off = Google’s check of apps (Play Protect) is switched off on this phone.
headline-sign-unlocked_boot = This phone may run a system that its maker did not seal.
headline-sign-root_tool = A tool on this phone can give an app full control.
headline-sign-root_app = An app on this phone can give other apps full control.
headline-sign-authority_added = Somebody added a certificate to the ones that this phone trusts.
headline-sign-proxy_set = This phone sends web traffic through another computer.

can-do-set-up = As it is set up on this phone, the app can do these things.
can-do-sign-play_protect_off = Without this check, Google does not warn about bad apps on this phone.
can-do-sign-unlocked_boot = On such a phone, an app can do more than Android allows.
can-do-sign-root_tool = With full control an app can read everything on the phone.
can-do-sign-root_app = With full control an app can read everything on the phone.
can-do-sign-authority_added = Whoever holds the certificate may be able to read web traffic that passes through their network.
can-do-sign-proxy_set = The other computer can see which web pages the phone opens.

## Signs: what was seen.

sign-permission_cluster = It is allowed to use many private things. Each name is one kind.
sign-no_launcher_entry = It has no icon to tap.
sign-launcher_switched_off = It has an icon, and the icon was switched off.
sign-television_only = It has an icon for televisions only.
sign-notifications_muted = Its notifications are switched off.
sign-left_out_of_recents = It leaves itself out of the list of recent apps.
sign-not_on_home_screen = It is not on the Home Screen.
sign-hidden_by_restriction = A restriction hides it.
sign-system_package = Its technical name begins like a part of the system, and the system’s key did not sign it.
sign-system_name = Its name looks like a part of the system.
sign-other_signer = It has the technical name of a known app, and somebody else signed it.
sign-public_key = It is signed with a key that is public. Anybody can sign with it.
sign-debug_key = It is signed with a key for testing.
sign-not_from_store = It did not come from an app store.
sign-from_loader = Another app that is not a store put it there.
sign-store_name_borrowed = The phone names a store as its source, and something else asked for it.
sign-background_camera = It used the camera while it was not on the screen.
sign-background_microphone = It used the microphone while it was not on the screen.
sign-background_location = It used the location while it was not on the screen.
sign-background_screen = It took a picture of the screen while it was not in front.
sign-background_messages = It used text messages while it was not on the screen.
sign-background_call_log = It used the list of calls while it was not on the screen.
sign-background_contacts = It used the contacts while it was not on the screen.
sign-background_photos = It used the photos while it was not on the screen.
sign-background_media_library = It used the music and films while it was not on the screen.
sign-wakes_on_calls = It wakes up when the phone starts, for each call and for each message.
sign-secret_code = It wakes up when somebody dials a code.
sign-old_target = It was made for an older Android, which kept less from apps.
sign-tampered_file = Its file is built in an odd way that can mislead.
sign-always_on_vpn = All internet traffic always passes through it.
sign-unknown_origin = This evidence does not say how it came onto the phone.
sign-play_protect_off = Google’s check of apps is off.
sign-play_protect_part = A part of Google’s check of apps is off.
sign-unlocked_boot = The phone says that its system is not the maker’s sealed one.
sign-root_tool = This tool gives full control.
sign-root_app = This app gives full control.
sign-authority_added = This certificate was added.
sign-proxy_set = Web traffic goes through this computer.
sign-debugging = Debugging is on. A check over a cable needs it, so the check may have done this.
sign-trusted_computer = This computer may debug the phone.
sign-contacted_by = This app contacted it.
sign-other = { $word }

## A harmless explanation for each sign.

harmless-sign-permission_cluster = Apps for messages, calls and backups are allowed to use many things.
harmless-sign-no_launcher_entry = Plug-ins, keyboards and apps for watches often have no icon.
harmless-sign-launcher_switched_off = Some apps let people choose another icon, and switch the first one off.
harmless-sign-television_only = Some people put apps for televisions on a phone to try them.
harmless-sign-notifications_muted = Many people switch off notifications that bother them.
harmless-sign-left_out_of_recents = Widgets and lock screens do this too.
harmless-sign-not_on_home_screen = Many people take apps off the Home Screen and keep them in the App Library.
harmless-sign-hidden_by_restriction = Parents and employers hide apps that should not be used.
harmless-sign-system_package = Some hobby apps, and changed copies of Google’s apps, have such names.
harmless-sign-system_name = An ordinary tool can have a plain name like this.
harmless-sign-other_signer = Some people use changed copies of known apps.
harmless-sign-public_key = Some hobby apps are signed like this.
harmless-sign-debug_key = People who write apps sign them like this while they test them.
harmless-sign-not_from_store = Many people install good apps from outside a store, for example from a web page.
harmless-sign-from_loader = Some apps bring their own updates or add-ons.
harmless-sign-store_name_borrowed = A move from an old phone, or a tool on a computer, can leave such a record.
harmless-sign-background_camera = A video call can go on while another app is in front.
harmless-sign-background_microphone = A call or a voice message can go on while another app is in front.
harmless-sign-background_location = Maps, fitness and weather apps use the location in the background.
harmless-sign-background_screen = Apps for help from afar show the screen while other apps are in front.
harmless-sign-background_messages = Backup and message apps do this in the background.
harmless-sign-background_call_log = Phone and backup apps do this in the background.
harmless-sign-background_contacts = Messengers look through the contacts in the background.
harmless-sign-background_photos = Apps that keep copies of photos work in the background.
harmless-sign-background_media_library = Players look for new songs in the background.
harmless-sign-wakes_on_calls = Phone and message apps need this.
harmless-sign-secret_code = Makers use such codes for test menus.
harmless-sign-old_target = Old hobby apps are often not renewed.
harmless-sign-tampered_file = Some packing tools build files like this.
harmless-sign-always_on_vpn = People who use a VPN or a filter for adverts often set it like this.
harmless-sign-unknown_origin = Some evidence leaves this out for every app.
harmless-sign-play_protect_off = Some people switch it off because it stops an app that they want.
harmless-sign-play_protect_part = Many phones come like this.
harmless-sign-unlocked_boot = People who put another system on their own phone see this.
harmless-sign-root_tool = People who like to change their own phone use such tools.
harmless-sign-root_app = People who like to change their own phone use such apps.
harmless-sign-authority_added = Employers, schools and filters for adverts add certificates.
harmless-sign-proxy_set = Employers, schools and filters for adverts use this.
harmless-sign-debugging = A check over a cable needs it.
harmless-sign-trusted_computer = It may be the person’s own computer, or the one used for this check.
harmless-sign-contacted_by = Apps contact many hosts, and a browser contacts what its pages name.

## A harmless explanation for each power.

harmless-power-accessibility = Screen readers, password managers and apps for gestures need the accessibility service.
harmless-power-device_admin = Work mail and apps that find a lost phone are often device admins.
harmless-power-device_owner = A phone from work or school has an app that manages all of it.
harmless-power-profile_owner = A work profile has an app that manages it.
harmless-power-notification_listener = Watches, cars and home screens need to read notifications.
harmless-power-keyboard = Every keyboard sees what is typed.
harmless-power-vpn = VPN apps and filters for adverts send all traffic through themselves.
harmless-power-sms_role = One app on each phone has this job.
harmless-power-dialer_role = One app on each phone has this job.
harmless-power-assistant_role = One app on each phone has this job.
harmless-power-call_screening_role = Apps against nuisance calls see calls before they ring.
harmless-power-usage_access = Home screens and apps that count screen time see which apps are used.
harmless-power-overlay = Chat bubbles and games draw over other apps.
harmless-power-install_apps = Browsers and file apps may often install other apps.
harmless-power-screen_capture = Apps that share the screen need to record it.
harmless-power-all_files = File and backup apps need to read all files.
harmless-power-restricted_settings = People do this for good apps from outside a store too.
harmless-power-battery_exempt = Messengers, alarms and fitness apps need this.
harmless-power-content_filter = Filters against advertising, and filters that parents or schools set up, work like this.
harmless-power-dns_proxy = Many people choose another service for names because it is faster or blocks advertising.

## Short names of powers, for a line of steps.

power-name-accessibility = accessibility service
power-name-device_admin = device admin
power-name-device_owner = device owner
power-name-profile_owner = profile owner
power-name-notification_listener = notification access
power-name-keyboard = keyboard
power-name-vpn = VPN
power-name-sms_role = message app
power-name-dialer_role = phone app
power-name-assistant_role = assistant
power-name-call_screening_role = call screening
power-name-usage_access = usage access
power-name-overlay = overlay
power-name-install_apps = installing apps
power-name-screen_capture = screen capture
power-name-all_files = all files
power-name-restricted_settings = restricted settings
power-name-battery_exempt = battery exemption
power-name-content_filter = content filter
power-name-dns_proxy = service for names

## What happened around the installation, in one line.

story-line = Within half an hour: { $steps }. Times are those of { $zone }.
story-line-unknown-zone = Within half an hour: { $steps }. The phone’s clock showed these times, and its zone is not known.
story-installed = installed { $time }
story-granted = { $power } { $time }
story-play_protect_off = Play Protect off { $time }
part-story = What happened around the installation
does-not-tell-story = This does not tell us who installed it, or who gave it these powers. It does not tell us whether anybody looks at what it sees.
story-harmless = A first day with a new phone can look the same.

## What an app used, and when.

uses-table = What { $id } last used
column-used = What it used
column-used-at = When
column-used-how = How
used-background = While it was not on the screen
used-foreground = While it was on the screen
used-unknown = Not recorded
used-seconds = { $how }, for { $seconds } s
sensor-camera = Camera
sensor-microphone = Microphone
sensor-location = Location
sensor-screen = Screen
sensor-messages = Text messages
sensor-call_log = List of calls
sensor-contacts = Contacts
sensor-photos = Photos
sensor-media_library = Music and films
sensor-other = { $word }

## How much a reason without a list weighs.

weight-class-watching = It can watch. Not from a list.
weight-class-concealment = It keeps out of sight. Not from a list.
weight-class-origin = How it came. Not from a list.
weight-class-supporting = Counts with another. Not from a list.
weight-class-context = Explains only. Not from a list.
