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
