# A connected phone: what it had to allow so that it could be read, and why it could not be.

actions-live = The phone was read over a debugging connection. Only commands that read were sent. Each one stands here with its time.
action-key-trusted = The phone accepted this computer’s debugging key. It may keep the key until somebody removes it in the developer options.
action-developer-options = The developer options are switched on. They may have been switched on for this check. We do not know who did it, or when.
action-usb-debugging = Debugging is switched on. It may have been switched on for this check. We do not know who did it, or when.
action-wireless-debugging = Debugging over a network is switched on. We do not know who did it, or when.
action-wireless-hole = The examiner chose to read this phone although its debugging over a network has a known hole (CVE-2026-0073).

adb-failure-wireless = Nothing was read, because debugging over a network has a known hole on this phone.
adb-remedy-wireless = Switch wireless debugging off on the phone and use a cable. To read it all the same, add --despite-wireless-hole.
adb-failure-no-answer = The phone did not answer.
adb-remedy-no-answer = Unlock the phone, check the cable, and try again.
adb-failure-server = The adb server could not be reached.
adb-remedy-server = Install adb (Android platform tools), run adb start-server, and try again.
adb-failure-none = No phone is connected.
adb-remedy-none = Connect one phone with a cable, switch on USB debugging, and unlock the phone.
adb-failure-several = Several phones are connected.
adb-remedy-several = Disconnect the others, or name one: rushlight scan --adb SERIAL
adb-failure-unknown = This phone is not connected.
adb-remedy-unknown = Check the serial number with adb devices, or leave it out if one phone is connected.
adb-failure-unauthorised = The phone has not allowed this computer to read it.
adb-remedy-unauthorised = Unlock the phone and accept the question about USB debugging. Then try again.
adb-failure-state = The phone is connected, and cannot be read now.
adb-remedy-state = Unlock the phone, unplug it and plug it in again. Then try again.
