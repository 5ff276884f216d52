//! An acquisition of the size of a real phone, for measuring: 450 apps, 200,000 file names in 94 MiB, and a
//! bug report with a text of 53 MB. Every run writes the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use rushlight_core::digest::{Sha1, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::large_dump;

const PACKAGES: u32 = 450;
const FILES: u32 = 200_000;
const FILES_BYTES: u64 = 94 << 20;

/// Writes the acquisition into this folder, which is made if it is not there.
///
/// # Errors
/// What the system says.
pub fn write(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let create = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let about = r#"{"uuid":"large","androidqf_version":"v1.9.0","started":"2026-11-02T09:15:00Z","completed":"2026-11-02T09:45:00Z"}"#;
    std::fs::write(folder.join("acquisition.json"), about)?;
    packages(create("packages.json")?)?;
    file_names(create("files.json")?)?;
    let mut properties = create("getprop.txt")?;
    writeln!(properties, "[ro.product.manufacturer]: [Example]")?;
    writeln!(properties, "[ro.product.model]: [Large Phone]")?;
    writeln!(properties, "[persist.sys.timezone]: [Europe/London]")?;
    for number in 0..900 {
        writeln!(properties, "[vendor.made.property{number}]: [{number}]")?;
    }
    properties.flush()?;
    for namespace in ["global", "secure", "system"] {
        let mut settings = create(&format!("settings_{namespace}.txt"))?;
        for number in 0..400 {
            writeln!(settings, "made_setting_{number}={number}")?;
        }
        settings.flush()?;
    }
    let mut processes = create("processes.txt")?;
    writeln!(processes, "USER PID PPID VSZ RSS WCHAN ADDR S NAME")?;
    for number in 0..700 {
        writeln!(
            processes,
            "u0_a{number} {number} 1 0 0 0 0 S {}",
            package(number % PACKAGES)
        )?;
    }
    processes.flush()?;
    let mut services = create("services.txt")?;
    for number in 0..250 {
        writeln!(
            services,
            "{number}\tservice{number}: [org.example.IService{number}]"
        )?;
    }
    services.flush()?;
    bug_report(&folder.join("bugreport.zip"))?;
    std::fs::write(folder.join("root_binaries.json"), "[]")?;
    std::fs::write(
        folder.join("mounts.json"),
        r#"["/dev/x on / type ext4 (ro)"]"#,
    )
}

/// The bug report by itself, as a phone packs it.
///
/// # Errors
/// What the system says.
pub fn bug_report(path: &Path) -> io::Result<()> {
    let name = "bugreport-large-EXAMPLE.261001.004-2026-11-02-09-15-00.txt";
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(File::create(path)?);
    archive.start_file("version.txt", options)?;
    archive.write_all(b"2.0")?;
    archive.start_file("main_entry.txt", options)?;
    archive.write_all(name.as_bytes())?;
    archive.start_file(name, options)?;
    let mut text = BufWriter::with_capacity(1 << 20, &mut archive);
    let packages: Vec<String> = (0..PACKAGES).map(package).collect();
    large_dump::write(&mut text, &packages)?;
    text.flush()?;
    drop(text);
    archive.start_file("FS/proc/1/mountinfo", options)?;
    archive.write_all(b"1 1 0:1 / / ro,relatime - ext4 /dev/block/dm-0 ro\n")?;
    archive.finish()?;
    Ok(())
}

fn package(number: u32) -> String {
    format!("org.example.maker{}.app{number}", number % 37)
}

fn packages(mut out: impl Write) -> io::Result<()> {
    writeln!(out, "[")?;
    for number in 0..PACKAGES {
        let name = package(number);
        let splits = if number % 3 == 0 { 4 } else { 1 };
        writeln!(
            out,
            "    {{\n        \"user_id\": 0,\n        \"installed\": true,\n        \"name\": \"{name}\",\n        \"files\": ["
        )?;
        for split in 0..splits {
            let sha256 = Sha256::of(format!("{name}/{split}").as_bytes());
            let signer = format!("CN=Maker {}", number % 37);
            let (sha1, signer_sha256) =
                (Sha1::of(signer.as_bytes()), Sha256::of(signer.as_bytes()));
            let comma = if split + 1 < splits { "," } else { "" };
            writeln!(
                out,
                "            {{\n                \"path\": \"/data/app/~~YQ==/{name}-Yg==/split{split}.apk\",\n                \"local_name\": \"\",\n                \"sha256\": \"{sha256}\",\n                \"certificate\": {{\n                    \"Sha1\": \"{sha1}\",\n                    \"Sha256\": \"{signer_sha256}\",\n                    \"Subject\": \"{signer}\",\n                    \"SerialNumber\": 955466096586930338769951715633687128507\n                }}\n            }}{comma}"
            )?;
        }
        let comma = if number + 1 < PACKAGES { "," } else { "" };
        writeln!(
            out,
            "        ],\n        \"installer\": \"com.android.vending\",\n        \"disabled\": false,\n        \"system\": false\n    }}{comma}"
        )?;
    }
    writeln!(out, "]")?;
    out.flush()
}

fn file_names(mut out: impl Write) -> io::Result<()> {
    // A fixed start and the constants of Knuth's MMIX: the same names on every machine.
    let mut state = 0x5eed_u64;
    let mut next = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let wanted = FILES_BYTES / u64::from(FILES);
    write!(out, "[")?;
    for row in 0..FILES {
        let folder = match next() % 4 {
            0 => format!(
                "/storage/emulated/0/Android/data/{}/cache",
                package(row % PACKAGES)
            ),
            1 => format!("/data/app/~~YQ==/{}-Yg==/lib", package(row % PACKAGES)),
            2 => "/storage/emulated/0/DCIM/Camera".to_owned(),
            _ => "/storage/emulated/0/Music/collected".to_owned(),
        };
        let mut name = String::new();
        let tail = format!(
            r#"","size":{},"mode":"-rw-rw----","user_id":{},"user_name":"","group_id":1015,"group_name":"","changed_time":1780000000,"modified_time":1780000000,"access_time":1780000000,"error":"","context":"u:object_r:fuse:s0","sha1":"","sha256":"","sha512":"","md5":""}}"#,
            next() % 9_999_999,
            10_000 + next() % 900,
        );
        let fixed = (folder.len() + tail.len() + 12) as u64;
        while (name.len() as u64) + fixed < wanted {
            name.push_str(&format!("{:08x}", next()));
        }
        let comma = if row == 0 { "" } else { "," };
        write!(out, r#"{comma}{{"path":"{folder}/{name}{tail}"#)?;
    }
    write!(out, "]")?;
    out.flush()
}
