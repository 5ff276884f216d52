//! An APK file.
