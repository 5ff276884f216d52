//! rushlight-tests: made evidence, and tests of the whole.

pub mod large_dump;
pub mod large_ios_backup;
pub mod large_phone;
pub mod made_apk;
pub mod made_backup;
pub mod made_dump;
pub mod made_ios_backup;
pub mod made_phone;
pub mod made_plist;
pub mod made_privacy_report;
pub mod made_profile;
pub mod made_sysdiagnose;
