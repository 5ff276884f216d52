//! Android backups made for tests: `ANDROID BACKUP`, a tar archive, and, if wished, a password. The same
//! calls give the same bytes.
//!
//! ```ignore
//! let backup = MadeBackup::new(5).app("com.example.x", 42, "com.android.vending", &[certificate]).password("p").bytes();
//! ```
//!
//! Needs nothing of Rushlight, so that core's own tests can include this file too. What Java itself makes of
//! the same format is in `tests/fixtures/backup`.

use std::io::Write as _;

use aes::Aes256;
use cbc::Encryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut as _, KeyIvInit as _};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use hmac::Hmac;
use sha1::Sha1;

/// A backup in the making.
#[derive(Debug, Clone)]
pub struct MadeBackup {
    version: u32,
    compressed: bool,
    password: Option<String>,
    rounds: u32,
    tar: Vec<u8>,
}

impl MadeBackup {
    /// An empty backup of this version of the format, compressed.
    #[must_use]
    pub fn new(version: u32) -> Self {
        Self {
            version,
            compressed: true,
            password: None,
            // Android takes 10,000: these tests ask what opens it, not how long it takes.
            rounds: 20,
            tar: Vec::new(),
        }
    }

    /// As `adb backup -nocompress` writes it.
    #[must_use]
    pub fn not_compressed(mut self) -> Self {
        self.compressed = false;
        self
    }

    /// Locks it with this password.
    #[must_use]
    pub fn password(mut self, password: &str) -> Self {
        self.password = Some(password.to_owned());
        self
    }

    /// An app's `_manifest`, with its certificates (DER).
    #[must_use]
    pub fn app(self, package: &str, code: u64, installer: &str, certificates: &[&[u8]]) -> Self {
        let mut manifest = format!(
            "1\n{package}\n{code}\n34\n{installer}\n0\n{}\n",
            certificates.len()
        );
        for certificate in certificates {
            for byte in *certificate {
                manifest += &format!("{byte:02x}");
            }
            manifest.push('\n');
        }
        self.file(&format!("apps/{package}/_manifest"), manifest.as_bytes())
    }

    /// Any file.
    #[must_use]
    pub fn file(self, name: &str, content: &[u8]) -> Self {
        self.raw(&entry(name, content.len() as u64))
            .raw(content)
            .padded()
    }

    /// A file's header that states another size than its content has.
    #[must_use]
    pub fn file_that_states(self, name: &str, bytes: u64, content: &[u8]) -> Self {
        self.raw(&entry(name, bytes)).raw(content).padded()
    }

    /// A file whose name stands in a pax header before it.
    #[must_use]
    pub fn file_with_long_name(self, name: &str, content: &[u8]) -> Self {
        let record = format!(" path={name}\n");
        let mut length = record.len() + 1;
        while length != record.len() + length.to_string().len() {
            length += 1;
        }
        let record = format!("{length}{record}");
        let mut header = entry("PaxHeader/x", record.len() as u64);
        header[156] = b'x';
        seal(&mut header);
        self.raw(&header)
            .raw(record.as_bytes())
            .padded()
            .file("short", content)
    }

    /// Bytes as they are, into the archive.
    #[must_use]
    pub fn raw(mut self, bytes: &[u8]) -> Self {
        self.tar.extend_from_slice(bytes);
        self
    }

    fn padded(mut self) -> Self {
        let whole = self.tar.len().next_multiple_of(512);
        self.tar.resize(whole, 0);
        self
    }

    /// The finished file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut data = self.tar.clone();
        data.extend_from_slice(&[0; 1024]);
        if self.compressed {
            let mut deflating = ZlibEncoder::new(Vec::new(), Compression::default());
            deflating.write_all(&data).expect("memory takes all");
            data = deflating.finish().expect("memory takes all");
        }
        let compressed = u8::from(self.compressed);
        let mut out = format!("ANDROID BACKUP\n{}\n{compressed}\n", self.version);
        let Some(password) = &self.password else {
            out += "none\n";
            return [out.into_bytes(), data].concat();
        };
        let (user_salt, checksum_salt) = ([3u8; 64], [5u8; 64]);
        let (user_iv, iv) = ([7u8; 16], [11u8; 16]);
        let key: [u8; 32] = std::array::from_fn(|at| (at * 37 + 9).to_le_bytes()[0]);
        let proof: Vec<u8> = match self.version {
            1 => key.to_vec(),
            _ => key
                .iter()
                .map(|byte| char::from_u32(u32::from(*byte as i8 as u16)).expect("no surrogate"))
                .collect::<String>()
                .into_bytes(),
        };
        let mut blob = vec![16];
        blob.extend_from_slice(&iv);
        blob.push(32);
        blob.extend_from_slice(&key);
        blob.push(32);
        blob.extend_from_slice(&self.derive(&proof, &checksum_salt));
        let user_key = self.derive(password.as_bytes(), &user_salt);
        let blob = encrypt(&user_key, &user_iv, &blob);
        out += &format!(
            "AES-256\n{}\n{}\n{}\n{}\n{}\n",
            hex(&user_salt),
            hex(&checksum_salt),
            self.rounds,
            hex(&user_iv),
            hex(&blob)
        );
        [out.into_bytes(), encrypt(&key, &iv, &data)].concat()
    }

    fn derive(&self, password: &[u8], salt: &[u8]) -> [u8; 32] {
        let mut key = [0u8; 32];
        pbkdf2::pbkdf2::<Hmac<Sha1>>(password, salt, self.rounds, &mut key)
            .expect("HMAC takes a key of any length");
        key
    }
}

fn encrypt(key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Vec<u8> {
    let mut out = vec![0; plain.len() + 16];
    let length = Encryptor::<Aes256>::new(key.into(), iv.into())
        .encrypt_padded_b2b_mut::<Pkcs7>(plain, &mut out)
        .expect("there is room for the padding")
        .len();
    out.truncate(length);
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// A ustar header.
fn entry(name: &str, bytes: u64) -> [u8; 512] {
    let mut header = [0u8; 512];
    let mut put = |at: usize, text: &str| {
        for (byte, own) in header.iter_mut().skip(at).zip(text.bytes()) {
            *byte = own;
        }
    };
    put(0, name);
    put(100, "000600 ");
    put(108, "000000 ");
    put(116, "000000 ");
    put(136, "00000000000 ");
    put(156, "0");
    put(257, "ustar");
    put(263, "00");
    if bytes < 1 << 33 {
        put(124, &format!("{bytes:011o} "));
    } else {
        header[124] = 0x80;
        header[128..136].copy_from_slice(&bytes.to_be_bytes());
    }
    seal(&mut header);
    header
}

/// Writes the header's checksum.
fn seal(header: &mut [u8; 512]) {
    header[148..156].fill(b' ');
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
}
