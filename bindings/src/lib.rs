//! The uniffi face of `rushlight-core` for Kotlin and Swift. Thin: conversions only.
//!
//! Today it carries one fact across the border, so that the Android and iOS builds have something real
//! to link against; the scanner, its records and its errors come with the phone apps.

uniffi::setup_scaffolding!();

/// The version of the core, as it stands in every report.
#[uniffi::export]
#[must_use]
pub fn core_version() -> String {
    rushlight_core::VERSION.to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_that_crosses_the_border_is_the_one_in_reports() {
        assert_eq!(super::core_version(), env!("CARGO_PKG_VERSION"));
    }
}
