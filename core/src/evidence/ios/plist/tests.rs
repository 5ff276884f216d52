use super::*;

#[test]
fn both_forms_are_read_with_every_kind_of_value() {
    let xml = br#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>text</key><string>a &amp; b &#233;</string><key>empty</key><string/>
<key>number</key><integer>-12</integer><key>big</key><integer>18446744073709551615</integer><key>hex</key><integer>0x1f</integer>
<key>real</key><real>1.5</real><key>yes</key><true/><key>no</key><false/>
<key>date</key><date>2021-12-03T19:33:13Z</date><key>data</key><data>
AAEC
/w==</data><key>list</key><array><string>x</string><array/></array>
</dict></plist>"#;
    let plist = Plist::read(xml).unwrap();
    let root = plist.root();
    assert_eq!(root.string("text"), Some("a & b é"));
    assert_eq!(root.string("empty"), Some(""));
    assert_eq!(root.get("number").unwrap().as_integer(), Some(-12));
    assert_eq!(root.get("big").unwrap().as_unsigned(), Some(u64::MAX));
    assert_eq!(root.get("hex").unwrap().as_integer(), Some(31));
    assert_eq!(root.get("real").unwrap().as_real(), Some(1.5));
    assert_eq!(root.get("yes").unwrap().as_boolean(), Some(true));
    assert_eq!(
        root.get("date").unwrap().as_date().unwrap().to_string(),
        "2021-12-03T19:33:13Z"
    );
    assert_eq!(
        root.get("data").unwrap().as_data(),
        Some(&[0, 1, 2, 255][..])
    );
    assert_eq!(root.get("list").unwrap().items().unwrap().len(), 2);
}

/// 30 arrays, each naming the next one twice: 2^30 values if anybody copied them.
#[test]
fn a_list_that_multiplies_itself_stays_small() {
    let mut bytes = b"bplist00".to_vec();
    let mut offsets = Vec::new();
    for level in 0u8..30 {
        offsets.push(bytes.len() as u8);
        bytes.extend([0xa2, level + 1, level + 1]);
    }
    offsets.push(bytes.len() as u8);
    bytes.push(0x09);
    let table = bytes.len() as u64;
    let count = offsets.len() as u64;
    bytes.extend(offsets);
    bytes.extend([0, 0, 0, 0, 0, 0, 1, 1]);
    for number in [count, 0, table] {
        bytes.extend(number.to_be_bytes());
    }
    let plist = Plist::read(&bytes).unwrap();
    assert_eq!(plist.nodes.len(), 31);
    let mut value = plist.root();
    for _ in 0..30 {
        value = value.item(1).unwrap();
    }
    assert_eq!(value.as_boolean(), Some(true));
}
