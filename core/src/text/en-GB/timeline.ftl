# What an event of the timeline is, in words.
# Each text stands on one line; a test reads this file line by line.

timeline-app_first_installed = First installed, as the phone recorded it. A new installation starts this date again.
timeline-app_last_updated = Last updated, as the phone recorded it.
timeline-signatures_built = The signatures used here were built.
timeline-acquisition_started = Reading the phone began.
timeline-acquisition_completed = Reading the phone ended.
timeline-agreement_given = The person agreed to the check.
timeline-action_on_device = Reading the phone did this to the phone.
timeline-statement_made = The person said this.
timeline-report_stated = The time that this report states.
timeline-app_installed = An app was installed, as the phone’s records tell.
timeline-app_updated = An app was updated, as the phone’s records tell.
timeline-app_downgraded = An app took the place of a newer version of itself.
timeline-app_uninstalled = An app was uninstalled, as the phone’s records tell.
timeline-setting_changed = A setting was changed.
timeline-power_granted = An app was given a power.
timeline-certificate_installed = A certificate was added to those that the phone trusts.
timeline-certificate_removed = A certificate was taken away from those that the phone trusts.
timeline-adb_command = A command came over a debugging connection.
timeline-adb_file_sent = A file was sent to the phone over a debugging connection.
timeline-adb_connected = A computer was connected for debugging.
timeline-profile_installed = A configuration profile was installed.
timeline-profile_removed = A configuration profile was removed.
timeline-permission_decided = Somebody decided what an app may use.
timeline-sensor_used = An app used this. The phone keeps only the last time.
timeline-app_last_used = The app was last in front, as the phone recorded it.
