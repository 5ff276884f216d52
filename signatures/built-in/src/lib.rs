//! The signatures that are built into the program: the bundle that `build.rs` compiled from the records
//! of the folder above.

#![forbid(unsafe_code)]

/// The bundle, one SQLite file. `rushlight_core::signatures::Bundle::from_static` opens it where it lies.
pub static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/signatures.sqlite"));

/// The bundle's version, as `VERSION.yaml` has it.
pub const VERSION: &str = env!("RUSHLIGHT_SIGNATURES_VERSION");

#[cfg(test)]
mod tests {
    use rushlight_core::signatures::{Bundle, Fact};

    #[test]
    fn the_built_in_bundle_opens_and_knows_a_listed_app() {
        let bundle = Bundle::from_static(super::BYTES).unwrap();
        let summary = bundle.summary();
        assert_eq!(summary.version, super::VERSION);
        assert!(bundle.refused().is_empty(), "{:?}", bundle.refused());
        assert!(summary.indicators.usable > 5_000);
        let hits = bundle.matches(Fact::AndroidPackage("com.ispyoo")).unwrap();
        assert_eq!(hits[0].families[0].id, "thetruthspy");
    }
}
