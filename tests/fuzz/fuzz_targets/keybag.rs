//! Any bytes behind the head of a keybag, and as the list of files that it opens: no panic, no abort. The rounds are
//! few and stand first, so that the password costs nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rushlight_fuzz::made_plist::Made;

fuzz_target!(|bytes: &[u8]| {
    let mut keybag = Vec::new();
    for (tag, value) in [
        (b"VERS", &[0, 0, 0, 3][..]),
        (b"TYPE", &[0, 0, 0, 1]),
        (b"UUID", &[7; 16]),
        (b"WRAP", &[0, 0, 0, 2]),
        (b"SALT", &[1; 20]),
        (b"ITER", &[0, 0, 0, 1]),
        (b"DPSL", &[2; 20]),
        (b"DPIC", &[0, 0, 0, 1]),
    ] {
        keybag.extend(tag);
        keybag.extend((value.len() as u32).to_be_bytes());
        keybag.extend(value);
    }
    keybag.extend(bytes);
    let manifest = Made::Dictionary(vec![
        ("BackupKeyBag".to_owned(), Made::Data(keybag)),
        ("ManifestKey".to_owned(), Made::Data(bytes.to_vec())),
    ]);
    rushlight_fuzz::read_folder(&[
        ("Info.plist", b"<plist><dict/></plist>"),
        ("Manifest.plist", &manifest.binary()),
        ("Manifest.db", bytes),
    ]);
});
