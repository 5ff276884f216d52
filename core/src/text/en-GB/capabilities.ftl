# What software of a family can do: one sentence for each word of `signatures::schema::CAPABILITIES`.
# And what a power lets an app do: one sentence for each `snapshot::PowerKind`.

capability-ambient_recording = It can record the sound of the room.
capability-app_data = It can read data inside other apps.
capability-app_list = It can see which apps are on the phone.
capability-calendar = It can read the calendar.
capability-call_log = It can see who was called and when.
capability-call_recording = It can record phone calls.
capability-camera = It can take pictures with the camera.
capability-clipboard = It can read what was copied.
capability-contacts = It can read the contacts.
capability-hide_icon = It can hide its icon.
capability-keystrokes = It can record what is typed.
capability-location = It can show where the phone is.
capability-messages = It can read text messages.
capability-microphone = It can listen through the microphone.
capability-network = It can see which networks the phone uses.
capability-notifications = It can read notifications.
capability-phone_details = It can read details of the phone, such as its number.
capability-photos = It can see photos and videos.
capability-remote_control = It can control the phone from afar.
capability-resist_removal = It can make its own removal hard.
capability-screen = It can see what is on the screen.
capability-social_apps = It can read chats in other apps.
capability-web_history = It can see which web pages were visited.
capability-other = It can do this: { $word }.

power-accessibility = accessibility service (reads the screen and can act for the person)
power-device_admin = device admin (can lock or wipe the phone, and is harder to remove)
power-device_owner = device owner (manages the whole phone)
power-profile_owner = profile owner (manages a work profile)
power-notification_listener = notification access (reads every notification)
power-keyboard = keyboard (sees what is typed)
power-vpn = VPN (all internet traffic passes through it)
power-sms_role = default message app
power-dialer_role = default phone app
power-assistant_role = default assistant
power-call_screening_role = call screening (sees calls before they ring)
power-usage_access = usage access (sees which apps are used, and when)
power-overlay = overlay (draws over other apps)
power-install_apps = may install other apps
power-screen_capture = screen capture (may record the screen)
power-all_files = access to all files
power-restricted_settings = restricted settings allowed (a limit for apps from outside a store was lifted)
power-battery_exempt = may work while the phone rests
power-other = { $word }
