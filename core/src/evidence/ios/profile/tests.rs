use std::path::Path;

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use proptest::prelude::*;

use super::*;
use crate::evidence::json::malformed;
use crate::evidence::{Secrets, Unwatched, read_container};
use crate::limits::{PROFILE_FACTS, PROFILE_KEYS};
use crate::snapshot::{Endpoint, ManagementRight, PayloadKind, SurfaceState};

use crate::evidence::ios::made_plist;
#[path = "../../../../../tests/src/made_profile.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the makers of fixtures, as the tests crate has them"
)]
mod made_profile;

use made_plist::Made;
use made_profile::{Lengths, SECRET};

const CERTIFICATE: &[u8] = include_bytes!("../../../../../tests/fixtures/keys/one.certificate.der");
const BYSTANDER: &[u8] = include_bytes!("../../../../../tests/fixtures/keys/two.certificate.der");

fn sign(message: &[u8]) -> Vec<u8> {
    let scalar = include_bytes!("../../../../../tests/fixtures/keys/one.scalar");
    let signature: DerSignature = SigningKey::from_slice(scalar).unwrap().sign(message);
    signature.as_bytes().to_vec()
}

fn read_file(name: &str, bytes: Vec<u8>) -> Snapshot {
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let container = Container::from_bytes(name, bytes).unwrap();
    read_container(&container, reading).unwrap()
}

fn one(bytes: Vec<u8>) -> Profile {
    let snapshot = read_file("a.mobileconfig", bytes);
    assert_eq!(snapshot.profiles.len(), 1, "{:?}", skipped(&snapshot));
    snapshot.profiles.into_iter().next().unwrap()
}

fn skipped(snapshot: &Snapshot) -> Vec<(String, Reason)> {
    let surface = snapshot.surfaces.get(SurfaceId::Profiles).unwrap();
    let records = surface.skipped.iter();
    records
        .map(|it| (it.record.clone(), it.reason.clone()))
        .collect()
}

fn every() -> Made {
    made_profile::profile("example.every", made_profile::every_payload(CERTIFICATE))
}

/// Kinds, rights and facts, one line each.
fn lines(profile: &Profile) -> String {
    let mut out = String::new();
    for payload in &profile.payloads {
        out.push_str(&format!(
            "{} {}\n",
            payload.kind.as_str(),
            payload.payload_type
        ));
        let rights: Vec<&str> = payload.rights.iter().map(|right| right.as_str()).collect();
        if !rights.is_empty() {
            out.push_str(&format!("  may {}\n", rights.join(", ")));
        }
        for fact in &payload.facts {
            out.push_str(&format!("  {} = {}\n", fact.key, fact.value));
        }
    }
    out
}

#[test]
fn every_kind_of_payload_says_to_whom_and_no_secret() {
    let profile = one(every().xml().into_bytes());
    insta::assert_snapshot!(lines(&profile));
    let mut kinds: Vec<PayloadKind> = profile.payloads.iter().map(|it| it.kind).collect();
    kinds.extend(
        one(made_profile::enrolment().binary())
            .payloads
            .iter()
            .map(|it| it.kind),
    );
    for kind in PayloadKind::ALL {
        assert!(kinds.contains(&kind), "no payload of {kind:?} was made");
    }
    let whole = format!("{profile:?} {:?}", one(made_profile::enrolment().binary()));
    for secret in [SECRET, "watched@", "Authorization"] {
        assert!(!whole.contains(secret), "{secret} was kept");
    }
    assert!(profile.removal_password);
    assert_eq!(profile.payloads[0].rights, ManagementRight::ALL);
}

#[test]
fn hosts_of_payloads_are_contacts() {
    let snapshot = read_file("a.mobileconfig", every().binary());
    let hosts: Vec<String> = snapshot
        .contacts
        .iter()
        .map(|contact| match &contact.endpoint {
            Endpoint::Host(host) => host.clone(),
            Endpoint::Address(address) => address.to_string(),
        })
        .collect();
    insta::assert_snapshot!(hosts.join("\n"));
    let management = snapshot
        .contacts
        .iter()
        .find(|contact| contact.provenance.locator == "PayloadContent[0]/ServerURL");
    assert_eq!(
        management.unwrap().endpoint,
        Endpoint::Host("mdm.example".to_owned())
    );
}

#[test]
fn every_wrapping_gives_the_same_profile_and_its_signer() {
    let xml = every().xml().into_bytes();
    let plain = lines(&one(xml.clone()));
    assert_eq!(plain, lines(&one(every().binary())));
    for lengths in [Lengths::Definite, Lengths::Indefinite] {
        for bystander in [None, Some(BYSTANDER)] {
            let block = made_profile::signed(&xml, CERTIFICATE, bystander, lengths, sign);
            let base64 = {
                use base64ct::{Base64, Encoding};
                let digits = Base64::encode_string(&block);
                let lines: Vec<&str> = digits
                    .as_bytes()
                    .chunks(64)
                    .map(|line| std::str::from_utf8(line).unwrap())
                    .collect();
                lines.join("\r\n")
            };
            let pem = format!("-----BEGIN PKCS7-----\r\n{base64}\r\n-----END PKCS7-----\r\n");
            let mail = format!(
                "MIME-Version: 1.0\r\nContent-Type: application/x-pkcs7-mime\r\n\r\n{base64}\r\n"
            );
            for bytes in [
                block,
                pem.into_bytes(),
                mail.into_bytes(),
                base64.into_bytes(),
            ] {
                let profile = one(bytes);
                assert_eq!(plain, lines(&profile));
                let names: Vec<&str> = profile
                    .signers
                    .iter()
                    .filter_map(|signer| signer.subject.as_ref()?.common_name.as_deref())
                    .collect();
                assert_eq!(names, ["Rushlight test key one"]);
            }
        }
    }
}

/// A tool that we did not write takes our signed data, and we take what it signs.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the other tool is the point of the test"
)]
fn openssl_reads_what_is_made_here_and_signs_what_is_read_here() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let xml = every().xml().into_bytes();
    std::fs::write(at("a.xml"), &xml).unwrap();
    let openssl = |arguments: &[&str]| {
        let mut command = std::process::Command::new("openssl");
        command.args(arguments).current_dir(folder.path()).output()
    };
    if openssl(&["version"]).is_err() {
        println!("skipped: there is no openssl");
        return;
    }
    for (name, lengths) in [("der", Lengths::Definite), ("ber", Lengths::Indefinite)] {
        let block = made_profile::signed(&xml, CERTIFICATE, None, lengths, sign);
        std::fs::write(at(name), block).unwrap();
        let verify = [
            "cms",
            "-verify",
            "-binary",
            "-noverify",
            "-inform",
            "DER",
            "-in",
            name,
            "-out",
            "out",
        ];
        let done = openssl(&verify).unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        assert_eq!(std::fs::read(at("out")).unwrap(), xml);
    }
    let key = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key",
        "-out",
        "own",
        "-subj",
        "/CN=Somebody/O=Anybody",
        "-days",
        "10",
    ];
    assert!(openssl(&key).unwrap().status.success());
    for (tool, form, extra) in [
        ("smime", "DER", "-nodetach"),
        ("cms", "DER", "-nodetach"),
        ("cms", "DER", "-stream"),
        ("cms", "DER", "-keyid"),
        ("cms", "PEM", "-nodetach"),
        ("smime", "SMIME", "-nodetach"),
    ] {
        let sign = [
            tool,
            "-sign",
            "-nodetach",
            "-binary",
            extra,
            "-signer",
            "own",
            "-inkey",
            "key",
            "-in",
            "a.xml",
            "-outform",
            form,
            "-out",
            "signed",
        ];
        let done = openssl(&sign).unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        let profile = one(std::fs::read(at("signed")).unwrap());
        assert_eq!(profile.payloads.len(), 22, "{tool} {form} {extra}");
        let subject = profile.signers[0].subject.clone().unwrap();
        assert_eq!(subject.organisation.as_deref(), Some("Anybody"));
    }
    let encrypt = [
        "cms", "-encrypt", "-binary", "-aes256", "-in", "a.xml", "-outform", "DER", "-out",
        "locked", "own",
    ];
    let done = openssl(&encrypt).unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let snapshot = read_file("a", std::fs::read(at("locked")).unwrap());
    assert_eq!(skipped(&snapshot), [("a".to_owned(), Reason::Encrypted)]);
}

#[test]
fn a_profile_that_is_encrypted_is_told_and_not_read() {
    let snapshot = read_file("a.mobileconfig", made_profile::enveloped());
    assert_eq!(
        skipped(&snapshot),
        [("a.mobileconfig".to_owned(), Reason::Encrypted)]
    );
    let surface = snapshot.surfaces.get(SurfaceId::Profiles).unwrap();
    assert_eq!(surface.state, SurfaceState::Unavailable(Reason::Encrypted));

    let locked = Made::dictionary([
        ("PayloadIdentifier", Made::from("example.locked")),
        ("IsEncrypted", Made::from(true)),
        (
            "EncryptedPayloadContent",
            Made::Data(made_profile::enveloped()),
        ),
    ]);
    let snapshot = read_file("a.mobileconfig", locked.binary());
    assert!(snapshot.profiles[0].locked);
    let place = "a.mobileconfig EncryptedPayloadContent".to_owned();
    assert_eq!(skipped(&snapshot), [(place, Reason::Encrypted)]);
}

#[test]
fn what_a_phone_keeps_of_an_installed_profile_says_when_how_and_whether_it_comes_off() {
    let profile = one(made_profile::installed(every(), CERTIFICATE).binary());
    let when = profile.installed_at.unwrap();
    assert_eq!(format!("{:?}", when.value), "Instant(2025-01-31T07:06:40Z)");
    assert_eq!(when.provenance.locator, "InstallDate");
    assert_eq!(profile.installed_by.unwrap().value, "mdm");
    assert_eq!(profile.managed_by.unwrap().value, "example.management");
    assert_eq!(
        profile.fetched_from.unwrap().value,
        "https://enrol.example/start?…"
    );
    assert!(!profile.removable.unwrap().value);
    assert!(profile.removal_password);
    assert_eq!(profile.signers[0].provenance.locator, "SignerCerts[0]");
}

#[test]
fn one_bad_part_costs_only_itself() {
    let empty =
        Made::dictionary([("PayloadIdentifier", "example.empty")].map(|(k, v)| (k, Made::from(v))));
    let snapshot = read_file("a.mobileconfig", empty.binary());
    assert_eq!(snapshot.profiles[0].identifier, "example.empty");
    let missing = malformed("a profile without PayloadContent");
    assert_eq!(
        skipped(&snapshot),
        [("a.mobileconfig PayloadContent".to_owned(), missing)]
    );

    let mixed = made_profile::profile(
        "example.mixed",
        vec![
            Made::from("not a payload"),
            Made::dictionary([("PayloadUUID", Made::from("no type"))]),
            made_profile::payload("com.apple.mdm", vec![("AccessRights", Made::from("all"))]),
            made_profile::payload(
                "com.apple.security.root",
                vec![("PayloadContent", Made::Data(vec![1]))],
            ),
        ],
    );
    let snapshot = read_file("a.mobileconfig", mixed.binary());
    let kinds: Vec<_> = snapshot.profiles[0]
        .payloads
        .iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(
        kinds,
        [PayloadKind::DeviceManagement, PayloadKind::Certificate]
    );
    let records: Vec<String> = skipped(&snapshot)
        .into_iter()
        .map(|(record, _)| record)
        .collect();
    let places = ["[0]", "[1]", "[2]/AccessRights", "[3]/PayloadContent"];
    let places = places.map(|place| format!("a.mobileconfig PayloadContent{place}"));
    assert_eq!(records, places);
}

#[test]
fn several_files_are_one_evidence_and_each_counts() {
    let folder = vec![
        ("a.mobileconfig".to_owned(), every().binary()),
        ("b.mobileconfig".to_owned(), b"no profile at all".to_vec()),
        (
            "c/profile-1.stub".to_owned(),
            made_profile::installed(every(), CERTIFICATE).binary(),
        ),
        (".DS_Store".to_owned(), vec![0]),
    ];
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let container = Container::from_entries("folder", folder).unwrap();
    let snapshot = read_container(&container, reading).unwrap();
    assert_eq!(snapshot.profiles.len(), 2);
    assert_eq!(snapshot.inputs.len(), 3);
    let surface = snapshot.surfaces.get(SurfaceId::Profiles).unwrap();
    assert_eq!(surface.state, SurfaceState::Read { records: 2 });
    let cause = "neither a property list nor signed data";
    let own: Vec<_> = skipped(&snapshot);
    assert_eq!(
        own,
        [("folder/b.mobileconfig".to_owned(), malformed(cause))]
    );
    let other = Container::from_entries("x", vec![("a.txt".to_owned(), vec![1])]).unwrap();
    assert!(!recognises(&other));
}

/// Equal payloads of more keys and values than anybody needs, which a binary list holds once.
#[test]
fn a_profile_that_multiplies_itself_is_cut_and_told() {
    let mut wide: Vec<(String, Made)> = vec![(
        "PayloadType".to_owned(),
        Made::from("com.apple.vpn.managed"),
    )];
    wide.extend((0..5_000).map(|key| {
        (
            format!("k{key}"),
            Made::dictionary([("RemoteAddress", Made::from("a.example"))]),
        )
    }));
    let one = Made::Dictionary(wide);
    let profile = made_profile::profile("example.wide", vec![one; 3]).binary();
    let snapshot = read_file("a.mobileconfig", profile);
    for payload in &snapshot.profiles[0].payloads {
        assert_eq!(payload.facts.len(), PROFILE_FACTS);
    }
    let limits: Vec<Reason> = skipped(&snapshot)
        .into_iter()
        .map(|(_, reason)| reason)
        .collect();
    let [keys, facts] = [PROFILE_KEYS, PROFILE_FACTS].map(|limit| limit as u64);
    let told = [keys, facts].map(|limit| Reason::TooMany { limit });
    assert_eq!(limits, [told.clone(), told.clone(), told].concat());
}

#[test]
fn addresses_on_the_web_lose_what_may_be_secret() {
    for (url, plain) in [
        ("https://a.example/b?token=1", "https://a.example/b?…"),
        ("https://u:p@a.example", "https://a.example"),
        ("https://a.example/#k", "https://a.example/?…"),
        ("vpn.example", "vpn.example"),
        ("u@vpn.example", "vpn.example"),
    ] {
        assert_eq!(facts::plain_url(url), plain);
    }
}

fn read_any(bytes: &[u8]) {
    let input = "a".into();
    let mut place = Place::new(&input, &Unwatched);
    if let Ok(profile) = from_bytes(bytes, AppState::Seen, &mut place, "") {
        let _ = contacts(&profile);
    }
}

#[test]
fn every_truncation_of_every_form_is_an_error_or_a_profile() {
    let small = made_profile::profile(
        "example.small",
        made_profile::every_payload(CERTIFICATE)[..3].to_vec(),
    );
    let xml = small.xml().into_bytes();
    for bytes in [
        xml.clone(),
        small.binary(),
        made_profile::signed(&xml, CERTIFICATE, None, Lengths::Definite, sign),
        made_profile::signed(&xml, CERTIFICATE, None, Lengths::Indefinite, sign),
    ] {
        for length in (0..bytes.len()).step_by(7) {
            read_any(&bytes[..length]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        read_any(&bytes);
        read_any(&[b"bplist00", &bytes[..]].concat());
        read_any(&[b"0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", &bytes[..]].concat());
    }

    #[test]
    fn a_changed_byte_never_panics(at in 0usize..100_000, byte in any::<u8>(), form in 0usize..4) {
        let small = made_profile::profile("example.small", made_profile::every_payload(CERTIFICATE));
        let xml = small.xml().into_bytes();
        let mut bytes = match form {
            0 => xml,
            1 => small.binary(),
            2 => made_profile::signed(&xml, CERTIFICATE, None, Lengths::Definite, sign),
            _ => made_profile::signed(&xml, CERTIFICATE, None, Lengths::Indefinite, sign),
        };
        let at = at % bytes.len();
        bytes[at] = byte;
        read_any(&bytes);
    }
}

#[test]
fn every_profile_of_the_corpus_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/profiles");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: ../shared is absent");
        return;
    };
    let mut entries = Vec::new();
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".mobileconfig") {
            entries.push((name, std::fs::read(path).unwrap()));
        }
    }
    let total = entries.len();
    let container = Container::from_entries("profiles", entries).unwrap();
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let snapshot = read_container(&container, reading).unwrap();
    assert_eq!(skipped(&snapshot), []);
    assert_eq!(snapshot.profiles.len(), total);
    let signed = snapshot.profiles.iter().filter(|it| !it.signers.is_empty());
    assert_eq!(signed.count(), 32);
    assert!(snapshot.profiles.iter().all(|it| !it.payloads.is_empty()));
}
