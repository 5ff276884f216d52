//! Small APKs made for tests: a zip with a binary manifest, code that the test gives, and a real seal of
//! scheme v2 (and v3 where the key has a history). The same calls give the same bytes.
//!
//! ```ignore
//! let apk = MadeApk::new("com.example.x").label("Example").version(3, "1.0").signed_by(Key::One).bytes();
//! ```
//!
//! Needs nothing of Rushlight, so that core's own tests can include this file too.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use sha2::{Digest as _, Sha256};

/// A test key with its self-signed certificate (`tests/fixtures/keys`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `CN=Rushlight test key one`.
    One,
    /// `CN=Rushlight test key two`.
    Two,
}

impl Key {
    /// The certificate, DER.
    #[must_use]
    pub fn certificate(self) -> &'static [u8] {
        match self {
            Self::One => include_bytes!("../fixtures/keys/one.certificate.der"),
            Self::Two => include_bytes!("../fixtures/keys/two.certificate.der"),
        }
    }

    /// The public key, SPKI, DER.
    #[must_use]
    pub fn public_key(self) -> Vec<u8> {
        // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING }, RFC 5480.
        const HEAD: [u8; 26] = [
            0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
            0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
        ];
        let point = self.signing_key().verifying_key().to_sec1_point(false);
        [HEAD.as_slice(), point.as_bytes()].concat()
    }

    fn signing_key(self) -> SigningKey {
        let scalar: &[u8; 32] = match self {
            Self::One => include_bytes!("../fixtures/keys/one.scalar"),
            Self::Two => include_bytes!("../fixtures/keys/two.scalar"),
        };
        SigningKey::from_slice(scalar).expect("the test keys are in range")
    }

    /// ECDSA over SHA-256 with the nonce of RFC 6979: the same bytes every time.
    fn sign(self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.signing_key().sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

/// Kinds of parts in a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `<activity>`
    Activity,
    /// `<service>`
    Service,
    /// `<receiver>`
    Receiver,
    /// `<provider>`
    Provider,
}

/// A part of a manifest.
#[derive(Debug, Clone)]
struct MadePart {
    part: Part,
    class: String,
    actions: Vec<String>,
    categories: Vec<String>,
    enabled: Option<bool>,
    left_out_of_recents: bool,
}

impl MadePart {
    fn write(&self, xml: &mut Xml) {
        let name = match self.part {
            Part::Activity => "activity",
            Part::Service => "service",
            Part::Receiver => "receiver",
            Part::Provider => "provider",
        };
        let mut attributes = vec![(Attribute::Name, Datum::Text(self.class.as_str()))];
        if let Some(enabled) = self.enabled {
            attributes.push((Attribute::Enabled, Datum::Boolean(enabled)));
        }
        if self.left_out_of_recents {
            attributes.push((Attribute::ExcludeFromRecents, Datum::Boolean(true)));
        }
        xml.start(name, &attributes);
        if !self.actions.is_empty() {
            xml.start("intent-filter", &[]);
            let actions = self.actions.iter().map(|action| ("action", action));
            let categories = self
                .categories
                .iter()
                .map(|category| ("category", category));
            for (element, name) in actions.chain(categories) {
                xml.empty(element, &[(Attribute::Name, Datum::Text(name))]);
            }
            xml.end("intent-filter");
        }
        xml.end(name);
    }
}

/// An APK in the making.
#[derive(Debug, Clone)]
pub struct MadeApk {
    package: String,
    label: Option<String>,
    labels: Vec<(String, String)>,
    version: (u32, String),
    permissions: Vec<String>,
    declared: Vec<String>,
    parts: Vec<MadePart>,
    target_sdk: Option<u32>,
    split: Option<String>,
    meta_data: Vec<(String, String)>,
    dex: Vec<Vec<u8>>,
    files: Vec<(String, Vec<u8>)>,
    signer: Option<Key>,
    past: Vec<Key>,
}

impl MadeApk {
    /// An unsigned app without anything but its package.
    #[must_use]
    pub fn new(package: &str) -> Self {
        Self {
            package: package.to_owned(),
            label: None,
            labels: Vec::new(),
            version: (1, "1.0".to_owned()),
            permissions: Vec::new(),
            declared: Vec::new(),
            parts: Vec::new(),
            target_sdk: None,
            split: None,
            meta_data: Vec::new(),
            dex: Vec::new(),
            files: Vec::new(),
            signer: None,
            past: Vec::new(),
        }
    }

    /// The name shown to the person. With [`MadeApk::label_in`] too, it becomes the default of a resource.
    #[must_use]
    pub fn label(mut self, label: &str) -> Self {
        self.label = Some(label.to_owned());
        self
    }

    /// The name in a language of two letters, through `resources.arsc`.
    #[must_use]
    pub fn label_in(mut self, language: &str, label: &str) -> Self {
        self.labels.push((language.to_owned(), label.to_owned()));
        self
    }

    /// `versionCode` and `versionName`.
    #[must_use]
    pub fn version(mut self, code: u32, name: &str) -> Self {
        self.version = (code, name.to_owned());
        self
    }

    /// A permission that it asks for.
    #[must_use]
    pub fn permission(mut self, name: &str) -> Self {
        self.permissions.push(name.to_owned());
        self
    }

    /// A permission that it defines.
    #[must_use]
    pub fn declared_permission(mut self, name: &str) -> Self {
        self.declared.push(name.to_owned());
        self
    }

    /// A part with this class.
    #[must_use]
    pub fn component(mut self, part: Part, class: &str) -> Self {
        self.parts.push(MadePart {
            part,
            class: class.to_owned(),
            actions: Vec::new(),
            categories: Vec::new(),
            enabled: None,
            left_out_of_recents: false,
        });
        self
    }

    /// A filter of the part that was added last: actions and categories.
    #[must_use]
    pub fn filter(mut self, actions: &[&str], categories: &[&str]) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.actions = actions.iter().map(|name| (*name).to_owned()).collect();
            part.categories = categories.iter().map(|name| (*name).to_owned()).collect();
        }
        self
    }

    /// An icon: an activity that the launcher shows.
    #[must_use]
    pub fn icon(self, class: &str) -> Self {
        self.component(Part::Activity, class).filter(
            &["android.intent.action.MAIN"],
            &["android.intent.category.LAUNCHER"],
        )
    }

    /// Switches off the part that was added last.
    #[must_use]
    pub fn switched_off(mut self) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.enabled = Some(false);
        }
        self
    }

    /// Leaves the part that was added last out of the list of recent apps.
    #[must_use]
    pub fn left_out_of_recents(mut self) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.left_out_of_recents = true;
        }
        self
    }

    /// The API level that it was made for.
    #[must_use]
    pub fn target_sdk(mut self, level: u32) -> Self {
        self.target_sdk = Some(level);
        self
    }

    /// Makes it a split of an app, with a part of it.
    #[must_use]
    pub fn split(mut self, name: &str) -> Self {
        self.split = Some(name.to_owned());
        self
    }

    /// `meta-data` of the application.
    #[must_use]
    pub fn meta_data(mut self, name: &str, value: &str) -> Self {
        self.meta_data.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Code: the first is `classes.dex`, the next `classes2.dex`.
    #[must_use]
    pub fn dex(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.dex.push(bytes.into());
        self
    }

    /// Any other file.
    #[must_use]
    pub fn file(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), bytes.into()));
        self
    }

    /// Seals it with scheme v2.
    #[must_use]
    pub fn signed_by(mut self, key: Key) -> Self {
        self.signer = Some(key);
        self
    }

    /// Earlier keys, oldest first. Adds scheme v3 with a proof of rotation to the seal, and the oldest
    /// key becomes the one of scheme v2, as `apksigner` does it.
    #[must_use]
    pub fn lineage(mut self, past: &[Key]) -> Self {
        self.past = past.to_vec();
        self
    }

    /// The finished file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut zip = Zip::default();
        zip.add("AndroidManifest.xml", &self.manifest());
        if !self.labels.is_empty() {
            zip.add("resources.arsc", &self.resources());
        }
        for (number, dex) in self.dex.iter().enumerate() {
            match number {
                0 => zip.add("classes.dex", dex),
                _ => zip.add(&format!("classes{}.dex", number + 1), dex),
            }
        }
        for (name, bytes) in &self.files {
            zip.add(name, bytes);
        }
        match self.signer {
            Some(key) => sealed(&zip, key, &self.past),
            None => [zip.content.clone(), zip.directory.clone(), zip.end(0)].concat(),
        }
    }

    fn manifest(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        let mut version = vec![
            (Attribute::VersionCode, Datum::Number(self.version.0)),
            (Attribute::VersionName, Datum::Text(&self.version.1)),
            (Attribute::Package, Datum::Text(&self.package)),
        ];
        if let Some(split) = &self.split {
            version.push((Attribute::Split, Datum::Text(split)));
        }
        xml.start("manifest", &version);
        if let Some(level) = self.target_sdk {
            xml.empty("uses-sdk", &[(Attribute::TargetSdk, Datum::Number(level))]);
        }
        for name in &self.permissions {
            xml.empty("uses-permission", &[(Attribute::Name, Datum::Text(name))]);
        }
        for name in &self.declared {
            xml.empty("permission", &[(Attribute::Name, Datum::Text(name))]);
        }
        let label = match (&self.label, self.labels.is_empty()) {
            (_, false) => Some((Attribute::Label, Datum::Reference(LABEL_RESOURCE))),
            (Some(label), true) => Some((Attribute::Label, Datum::Text(label.as_str()))),
            (None, true) => None,
        };
        xml.start("application", label.as_slice());
        for part in &self.parts {
            part.write(&mut xml);
        }
        for (name, value) in &self.meta_data {
            let attributes = [
                (Attribute::Name, Datum::Text(name.as_str())),
                (Attribute::Value, Datum::Text(value.as_str())),
            ];
            xml.empty("meta-data", &attributes);
        }
        xml.end("application");
        xml.end("manifest");
        xml.finish()
    }

    /// A table with one string in several languages.
    fn resources(&self) -> Vec<u8> {
        let default = self.label.iter().map(|label| ("\0\0", label.as_str()));
        let others = self
            .labels
            .iter()
            .map(|(language, label)| (language.as_str(), label.as_str()));
        let texts: Vec<(&str, &str)> = default.chain(others).collect();
        let mut strings = Pool::default();
        let mut types = Vec::new();
        for (language, text) in &texts {
            let number = strings.number(text);
            // The configuration: 64 bytes, the language at 8.
            let size = 64u32.to_le_bytes();
            let configuration = [size.as_slice(), &[0; 4], language.as_bytes(), &[0; 54]].concat();
            let entry = [
                16u16.to_le_bytes().as_slice(), // where the value begins, so as to test that it is honoured
                &[0; 14],
                &8u16.to_le_bytes(),
                &[0, 3],
                &number.to_le_bytes(),
            ]
            .concat();
            let header_bytes: u16 = 20 + 64;
            let body = [
                [1, 0, 0, 0].as_slice(), // type 1
                &1u32.to_le_bytes(),     // one entry
                &(u32::from(header_bytes) + 4).to_le_bytes(),
                &configuration,
                &0u32.to_le_bytes(), // its offset
                &entry,
            ]
            .concat();
            types.extend(chunk(0x0201, header_bytes, &body));
        }
        let package_header: u16 = 8 + 4 + 256 + 20;
        let mut package = 0x7fu32.to_le_bytes().to_vec();
        package.resize(usize::from(package_header) - 8, 0);
        package.extend(types);
        let table = [
            1u32.to_le_bytes().as_slice(),
            &strings.chunk(),
            &chunk(0x0200, package_header, &package),
        ]
        .concat();
        chunk(0x0002, 12, &table)
    }
}

const LABEL_RESOURCE: u32 = 0x7f01_0000;

/// A chunk: type, size of the header, size of the whole, and the rest.
fn chunk(kind: u16, header_bytes: u16, body: &[u8]) -> Vec<u8> {
    [
        kind.to_le_bytes().as_slice(),
        &header_bytes.to_le_bytes(),
        &length(body.len() + 8),
        body,
    ]
    .concat()
}

/// A pool of UTF-16 strings.
#[derive(Debug, Default)]
struct Pool(Vec<String>);

impl Pool {
    fn number(&mut self, text: &str) -> u32 {
        let known = self.0.iter().position(|known| known == text);
        let number = known.unwrap_or_else(|| {
            self.0.push(text.to_owned());
            self.0.len() - 1
        });
        u32::try_from(number).expect("a made file is small")
    }

    fn chunk(&self) -> Vec<u8> {
        let (mut offsets, mut text) = (Vec::new(), Vec::new());
        for string in &self.0 {
            offsets.extend(length(text.len()));
            let units: Vec<u8> = string.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let count = u16::try_from(units.len() / 2).expect("a made text is short");
            text.extend(count.to_le_bytes());
            text.extend(units);
            text.extend([0, 0]);
        }
        text.resize(text.len().next_multiple_of(4), 0);
        let body = [
            length(self.0.len()).as_slice(),
            &[0; 8], // no styles, UTF-16
            &length(28 + offsets.len()),
            &[0; 4],
            &offsets,
            &text,
        ]
        .concat();
        chunk(0x0001, 28, &body)
    }
}

/// An attribute of a manifest. Those with a resource id stand first in the pool.
#[derive(Debug, Clone, Copy)]
enum Attribute {
    Label,
    Name,
    Enabled,
    ExcludeFromRecents,
    Value,
    VersionCode,
    VersionName,
    TargetSdk,
    Package,
    Split,
}

impl Attribute {
    const NAMES: [(&'static str, u32); 8] = [
        ("label", 0x0101_0001),
        ("name", 0x0101_0003),
        ("enabled", 0x0101_000e),
        ("excludeFromRecents", 0x0101_0017),
        ("value", 0x0101_0024),
        ("versionCode", 0x0101_021b),
        ("versionName", 0x0101_021c),
        ("targetSdkVersion", 0x0101_0270),
    ];
}

#[derive(Debug, Clone, Copy)]
enum Datum<'a> {
    Text(&'a str),
    Number(u32),
    Reference(u32),
    Boolean(bool),
}

/// Binary XML in the making.
struct Xml {
    pool: Pool,
    nodes: Vec<u8>,
}

impl Xml {
    fn new() -> Self {
        let names = Attribute::NAMES.iter().map(|(name, _)| (*name).to_owned());
        let mut xml = Self {
            pool: Pool(names.collect()),
            nodes: Vec::new(),
        };
        let prefix = xml.pool.number("android");
        let namespace = xml.namespace();
        xml.node(
            0x0100,
            &[prefix.to_le_bytes(), namespace.to_le_bytes()].concat(),
        );
        xml
    }

    fn namespace(&mut self) -> u32 {
        self.pool
            .number("http://schemas.android.com/apk/res/android")
    }

    fn node(&mut self, kind: u16, body: &[u8]) {
        // A line number and no comment.
        let body = [1u32.to_le_bytes().as_slice(), &[0xff; 4], body].concat();
        self.nodes.extend(chunk(kind, 16, &body));
    }

    fn start(&mut self, name: &str, attributes: &[(Attribute, Datum<'_>)]) {
        let name = self.pool.number(name);
        let count = u16::try_from(attributes.len()).expect("few attributes");
        let mut body = [
            [0xff; 4].as_slice(),
            &name.to_le_bytes(),
            &20u16.to_le_bytes(),
            &20u16.to_le_bytes(),
            &count.to_le_bytes(),
            &[0; 6],
        ]
        .concat();
        for (attribute, datum) in attributes {
            body.extend(self.attribute(*attribute, *datum));
        }
        self.node(0x0102, &body);
    }

    fn attribute(&mut self, attribute: Attribute, datum: Datum<'_>) -> Vec<u8> {
        let (namespace, name) = match attribute {
            Attribute::Package => (u32::MAX, self.pool.number("package")),
            Attribute::Split => (u32::MAX, self.pool.number("split")),
            Attribute::Label => (self.namespace(), 0),
            Attribute::Name => (self.namespace(), 1),
            Attribute::Enabled => (self.namespace(), 2),
            Attribute::ExcludeFromRecents => (self.namespace(), 3),
            Attribute::Value => (self.namespace(), 4),
            Attribute::VersionCode => (self.namespace(), 5),
            Attribute::VersionName => (self.namespace(), 6),
            Attribute::TargetSdk => (self.namespace(), 7),
        };
        let (raw, kind, datum) = match datum {
            Datum::Text(text) => {
                let number = self.pool.number(text);
                (number, 0x03, number)
            }
            Datum::Number(number) => (u32::MAX, 0x10, number),
            Datum::Reference(id) => (u32::MAX, 0x01, id),
            Datum::Boolean(value) => (u32::MAX, 0x12, if value { u32::MAX } else { 0 }),
        };
        [
            namespace.to_le_bytes().as_slice(),
            &name.to_le_bytes(),
            &raw.to_le_bytes(),
            &8u16.to_le_bytes(),
            &[0, kind],
            &datum.to_le_bytes(),
        ]
        .concat()
    }

    fn end(&mut self, name: &str) {
        let name = self.pool.number(name);
        self.node(0x0103, &[[0xff; 4], name.to_le_bytes()].concat());
    }

    fn empty(&mut self, name: &str, attributes: &[(Attribute, Datum<'_>)]) {
        self.start(name, attributes);
        self.end(name);
    }

    fn finish(mut self) -> Vec<u8> {
        let prefix = self.pool.number("android");
        let namespace = self.namespace();
        self.node(
            0x0101,
            &[prefix.to_le_bytes(), namespace.to_le_bytes()].concat(),
        );
        let ids = Attribute::NAMES.iter().flat_map(|(_, id)| id.to_le_bytes());
        let ids = chunk(0x0180, 8, &ids.collect::<Vec<u8>>());
        chunk(0x0003, 8, &[self.pool.chunk(), ids, self.nodes].concat())
    }
}

/// A zip in the making; everything is stored.
#[derive(Debug, Default)]
struct Zip {
    content: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

impl Zip {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let offset = length(self.content.len());
        let name_bytes = u16::try_from(name.len())
            .expect("a short name")
            .to_le_bytes();
        // Version 10, no flags, stored, 1 January 1980.
        let common = [
            [10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0].as_slice(),
            &crc32(bytes).to_le_bytes(),
            &length(bytes.len()),
            &length(bytes.len()),
            &name_bytes,
            &[0, 0],
        ]
        .concat();
        self.content.extend(0x0403_4b50u32.to_le_bytes());
        self.content.extend(&common);
        self.content.extend(name.as_bytes());
        self.content.extend(bytes);
        self.directory.extend(0x0201_4b50u32.to_le_bytes());
        self.directory.extend([10, 0]);
        self.directory.extend(&common);
        self.directory.extend([0; 10]); // no comment, disk 0, no attributes
        self.directory.extend(offset);
        self.directory.extend(name.as_bytes());
        self.entries += 1;
    }

    /// The end record, with so many bytes between the content and the directory.
    fn end(&self, between: usize) -> Vec<u8> {
        [
            0x0605_4b50u32.to_le_bytes().as_slice(),
            &[0; 4],
            &self.entries.to_le_bytes(),
            &self.entries.to_le_bytes(),
            &length(self.directory.len()),
            &length(self.content.len() + between),
            &[0; 2],
        ]
        .concat()
    }
}

/// CRC-32 as zip has it, bit by bit: a made file is small.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), step)
    })
}

const ECDSA_SHA256: u32 = 0x0201;

/// The file with its signing block (source.android.com, "APK Signature Scheme v2" and "v3").
fn sealed(zip: &Zip, key: Key, past: &[Key]) -> Vec<u8> {
    let digest = content_digest(zip);
    let digests = prefixed(&prefixed(
        &[ECDSA_SHA256.to_le_bytes().as_slice(), &prefixed(&digest)].concat(),
    ));
    let oldest = past.first().copied().unwrap_or(key);
    let v2 = {
        let signed = [
            digests.clone(),
            prefixed(&prefixed(oldest.certificate())),
            prefixed(&[]),
        ]
        .concat();
        signer(oldest, &signed, &[])
    };
    let mut pairs = pair(0x7109_871a, &prefixed(&prefixed(&v2)));
    if !past.is_empty() {
        // From Android 9 on.
        let systems = [28u32.to_le_bytes(), u32::MAX.to_le_bytes()].concat();
        let lineage = [0x3ba0_6f8cu32.to_le_bytes().as_slice(), &lineage(key, past)].concat();
        let signed = [
            digests,
            prefixed(&prefixed(key.certificate())),
            systems.clone(),
            prefixed(&prefixed(&lineage)),
        ]
        .concat();
        let v3 = signer(key, &signed, &systems);
        pairs.extend(pair(0xf053_68c0, &prefixed(&prefixed(&v3))));
    }
    let size = (pairs.len() as u64 + 24).to_le_bytes();
    let block = [size.as_slice(), &pairs, &size, b"APK Sig Block 42"].concat();
    [
        zip.content.as_slice(),
        &block,
        &zip.directory,
        &zip.end(block.len()),
    ]
    .concat()
}

/// Signed data, the systems it is for (v3), a signature, and the public key.
fn signer(key: Key, signed: &[u8], systems: &[u8]) -> Vec<u8> {
    let signature = [
        ECDSA_SHA256.to_le_bytes().as_slice(),
        &prefixed(&key.sign(signed)),
    ]
    .concat();
    [
        prefixed(signed),
        systems.to_vec(),
        prefixed(&prefixed(&signature)),
        prefixed(&key.public_key()),
    ]
    .concat()
}

/// Each key, signed by the one before it.
fn lineage(key: Key, past: &[Key]) -> Vec<u8> {
    let mut lineage = 1u32.to_le_bytes().to_vec();
    let mut parent: Option<Key> = None;
    for key in past.iter().copied().chain([key]) {
        let by_parent = if parent.is_some() { ECDSA_SHA256 } else { 0 };
        let signed = [
            prefixed(key.certificate()),
            by_parent.to_le_bytes().to_vec(),
        ]
        .concat();
        let signature = parent
            .map(|parent| parent.sign(&signed))
            .unwrap_or_default();
        let node = [
            prefixed(&signed),
            0x17u32.to_le_bytes().to_vec(), // what the old key may still do: `apksigner`'s default
            ECDSA_SHA256.to_le_bytes().to_vec(),
            prefixed(&signature),
        ]
        .concat();
        lineage.extend(prefixed(&node));
        parent = Some(key);
    }
    lineage
}

/// SHA-256 over the chunks of the content, the directory and the end record, the last as if there were
/// no signing block.
fn content_digest(zip: &Zip) -> Vec<u8> {
    let end = zip.end(0);
    let sections = [zip.content.as_slice(), &zip.directory, &end];
    let chunks: Vec<&[u8]> = sections
        .iter()
        .flat_map(|section| section.chunks(1 << 20))
        .collect();
    let mut whole = Sha256::new();
    whole.update([0x5a]);
    whole.update(length(chunks.len()));
    for chunk in chunks {
        let mut part = Sha256::new();
        part.update([0xa5]);
        part.update(length(chunk.len()));
        part.update(chunk);
        whole.update(part.finalize());
    }
    whole.finalize().to_vec()
}

fn pair(id: u32, value: &[u8]) -> Vec<u8> {
    [
        (value.len() as u64 + 4).to_le_bytes().as_slice(),
        &id.to_le_bytes(),
        value,
    ]
    .concat()
}

fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [length(bytes.len()).as_slice(), bytes].concat()
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length)
        .expect("a made file is small")
        .to_le_bytes()
}
