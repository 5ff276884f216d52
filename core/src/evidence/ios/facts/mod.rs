//! What a backup and a sysdiagnose both hold, read by one reader each.
