pub mod made_apk;
