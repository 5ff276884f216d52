use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// A property list before it is written.
#[derive(Debug, Clone, PartialEq)]
enum Made {
    Boolean(bool),
    Integer(i64),
    Large(u64),
    Real(f64),
    Date(i64),
    Data(Vec<u8>),
    Text(String),
    Uid(u32),
    Array(Vec<Made>),
    Dictionary(Vec<(String, Made)>),
}

/// Writes the binary form, every object by itself, with sizes of the writer's choice.
#[derive(Default)]
struct Writer {
    objects: Vec<Vec<u8>>,
    reference_size: usize,
}

impl Writer {
    fn binary(made: &Made, reference_size: usize) -> Vec<u8> {
        let mut writer = Self {
            objects: Vec::new(),
            reference_size,
        };
        let root = writer.object(made);
        whole_file(&writer.objects, root, reference_size, 4)
    }

    fn object(&mut self, made: &Made) -> usize {
        let bytes = match made {
            Made::Boolean(value) => vec![0x08 + u8::from(*value)],
            Made::Integer(number) => [&[0x13][..], &number.to_be_bytes()].concat(),
            Made::Large(number) => [&[0x14][..], &u128::from(*number).to_be_bytes()].concat(),
            Made::Real(number) => [&[0x23][..], &number.to_be_bytes()].concat(),
            Made::Date(seconds) => [&[0x33][..], &(*seconds as f64).to_be_bytes()].concat(),
            Made::Data(bytes) => [marker(0x40, bytes.len()), bytes.clone()].concat(),
            Made::Text(text) => written_text(text),
            Made::Uid(uid) => [&[0x83][..], &uid.to_be_bytes()].concat(),
            Made::Array(items) => {
                let items: Vec<usize> = items.iter().map(|item| self.object(item)).collect();
                [marker(0xa0, items.len()), self.numbers(&items)].concat()
            }
            Made::Dictionary(entries) => {
                let mut keys = Vec::new();
                let mut values = Vec::new();
                for (key, value) in entries {
                    keys.push(self.object(&Made::Text(key.clone())));
                    values.push(self.object(value));
                }
                let (keys, values) = (self.numbers(&keys), self.numbers(&values));
                [marker(0xd0, entries.len()), keys, values].concat()
            }
        };
        self.objects.push(bytes);
        self.objects.len() - 1
    }

    fn numbers(&self, numbers: &[usize]) -> Vec<u8> {
        numbers
            .iter()
            .flat_map(|number| sized(*number as u64, self.reference_size))
            .collect()
    }
}

fn written_text(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return [marker(0x50, text.len()), text.as_bytes().to_vec()].concat();
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let bytes = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    [marker(0x60, units.len()), bytes].concat()
}

fn marker(kind: u8, count: usize) -> Vec<u8> {
    match u8::try_from(count) {
        Ok(count) if count < 15 => vec![kind | count],
        _ => [&[kind | 0x0f, 0x12][..], &sized(count as u64, 4)].concat(),
    }
}

fn sized(number: u64, size: usize) -> Vec<u8> {
    number.to_be_bytes()[8 - size..].to_vec()
}

fn whole_file(objects: &[Vec<u8>], root: usize, references: usize, offsets: usize) -> Vec<u8> {
    let mut bytes = b"bplist00".to_vec();
    let mut table = Vec::new();
    for object in objects {
        table.extend(sized(bytes.len() as u64, offsets));
        bytes.extend(object);
    }
    let at = bytes.len();
    bytes.extend(table);
    bytes.extend(trailer(
        offsets,
        references,
        objects.len() as u64,
        root as u64,
        at as u64,
    ));
    bytes
}

fn trailer(offsets: usize, references: usize, count: u64, root: u64, table: u64) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 0, 0, 0, offsets as u8, references as u8];
    for number in [count, root, table] {
        bytes.extend(number.to_be_bytes());
    }
    bytes
}

fn xml(made: &Made) -> String {
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n".to_owned();
    element(made, &mut text);
    text + "\n</plist>\n"
}

fn element(made: &Made, to: &mut String) {
    match made {
        Made::Boolean(value) => write!(to, "<{value}/>").unwrap(),
        Made::Integer(number) => write!(to, "<integer>{number}</integer>").unwrap(),
        Made::Large(number) => write!(to, "<integer>{number}</integer>").unwrap(),
        Made::Real(number) => write!(to, "<real>{number:?}</real>").unwrap(),
        Made::Date(seconds) => {
            let at = Timestamp::from_second(seconds + EPOCH).unwrap();
            write!(to, "<date>{at}</date>").unwrap();
        }
        Made::Data(bytes) => {
            use base64ct::Encoding as _;
            let digits = base64ct::Base64::encode_string(bytes);
            to.push_str("<data>");
            for (at, digit) in digits.chars().enumerate() {
                to.push_str(if at % 60 == 0 { "\n\t" } else { "" });
                to.push(digit);
            }
            to.push_str("\n</data>");
        }
        Made::Text(text) => write!(to, "<string>{}</string>", escaped(text)).unwrap(),
        Made::Uid(uid) => element(
            &Made::Dictionary(vec![("CF$UID".to_owned(), Made::Integer((*uid).into()))]),
            to,
        ),
        Made::Array(items) => {
            to.push_str("<array>");
            for item in items {
                element(item, to);
            }
            to.push_str("</array>");
        }
        Made::Dictionary(entries) => {
            to.push_str("<dict>\n");
            for (key, value) in entries {
                write!(to, "<key>{}</key>\t", escaped(key)).unwrap();
                element(value, to);
            }
            to.push_str("</dict>");
        }
    }
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

/// What was read, as what was written.
fn read_back(value: Value<'_>) -> Made {
    match value.node() {
        Node::Null => panic!("nothing was written as null"),
        Node::Boolean(value) => Made::Boolean(value),
        Node::Integer(_) => Made::Integer(value.as_integer().unwrap()),
        Node::Large(_) => Made::Large(value.as_unsigned().unwrap()),
        Node::Real(_) => Made::Real(value.as_real().unwrap()),
        Node::Date(_) => Made::Date(value.as_date().unwrap().as_second() - EPOCH),
        Node::Data(_) => Made::Data(value.as_data().unwrap().to_vec()),
        Node::Text(_) => Made::Text(value.as_text().unwrap().to_owned()),
        Node::Uid(_) => Made::Uid(value.as_uid().unwrap().try_into().unwrap()),
        Node::Array(_) => Made::Array(value.items().unwrap().map(read_back).collect()),
        Node::Dictionary(_) => Made::Dictionary(
            value
                .entries()
                .unwrap()
                .map(|(key, value)| (key.to_owned(), read_back(value)))
                .collect(),
        ),
    }
}

fn read(bytes: &[u8]) -> Result<Made, Reason> {
    Plist::read(bytes).map(|plist| read_back(plist.root()))
}

fn cause(bytes: &[u8]) -> String {
    match Plist::read(bytes).unwrap_err() {
        Reason::Malformed { cause } => cause,
        other => format!("{other:?}"),
    }
}

fn in_xml(inside: &str) -> Result<Made, Reason> {
    read(format!("<plist>{inside}</plist>").as_bytes())
}

fn every_kind() -> Made {
    let long = "x".repeat(300);
    Made::Dictionary(vec![
        (
            "text".to_owned(),
            Made::Text("a & b <é> \u{1f600}".to_owned()),
        ),
        ("empty".to_owned(), Made::Text(String::new())),
        ("number".to_owned(), Made::Integer(-12)),
        ("least".to_owned(), Made::Integer(i64::MIN)),
        ("large".to_owned(), Made::Large(u64::MAX)),
        ("real".to_owned(), Made::Real(1.5)),
        ("yes".to_owned(), Made::Boolean(true)),
        ("no".to_owned(), Made::Boolean(false)),
        ("date".to_owned(), Made::Date(660_252_793)),
        ("data".to_owned(), Made::Data((0..=255).collect())),
        ("uid".to_owned(), Made::Uid(7)),
        (long.clone(), Made::Array(vec![Made::Text(long); 20])),
        ("none".to_owned(), Made::Dictionary(Vec::new())),
    ])
}

#[test]
fn both_forms_are_read_with_every_kind_of_value() {
    let made = every_kind();
    assert_eq!(read(xml(&made).as_bytes()).unwrap(), made);
    for reference_size in 1..=8 {
        let bytes = Writer::binary(&made, reference_size);
        assert_eq!(read(&bytes).unwrap(), made, "{reference_size}");
    }
    let plist = Plist::read(&Writer::binary(&made, 2)).unwrap();
    let date = plist.root().get("date").unwrap().as_date().unwrap();
    assert_eq!(date.to_string(), "2021-12-03T19:33:13Z");
    assert_eq!(plist.root().string("number"), None);
    assert_eq!(plist.root().get("number").unwrap().kind(), "a whole number");
}

#[test]
fn a_list_that_is_cut_short_anywhere_is_told() {
    let made = every_kind();
    let bytes = Writer::binary(&made, 2);
    for length in 0..bytes.len() {
        assert!(Plist::read(&bytes[..length]).is_err(), "binary, {length}");
    }
    let text = xml(&made);
    let end = text.trim_end().len();
    for length in 0..end {
        assert!(Plist::read(&text.as_bytes()[..length]).is_err(), "{length}");
    }
    assert_eq!(read(&text.as_bytes()[..end]).unwrap(), made);
}

/// 30 arrays, each naming the next one twice: 2^30 values if anybody copied them, or walked them.
#[test]
fn a_list_that_multiplies_itself_is_told() {
    let multiplied = |levels: u8| {
        let mut objects: Vec<Vec<u8>> = (1..=levels).map(|next| vec![0xa2, next, next]).collect();
        objects.push(vec![0x09]);
        whole_file(&objects, 0, 1, 2)
    };
    let small = Plist::read(&multiplied(20)).unwrap();
    assert_eq!(small.tables.nodes.len(), 21);
    let mut value = small.root();
    for _ in 0..20 {
        value = value.item(1).unwrap();
    }
    assert_eq!(value.as_boolean(), Some(true));
    let bomb = multiplied(30);
    assert!(bomb.len() < 435);
    let limit = PLIST_REFERENCES as u64;
    assert_eq!(Plist::read(&bomb).unwrap_err(), Reason::TooMany { limit });
}

#[test]
fn a_list_that_holds_itself_is_told() {
    let own = "the property list holds itself";
    assert_eq!(cause(&whole_file(&[vec![0xa1, 0]], 0, 1, 1)), own);
    let key = [0x51, b'k'].to_vec();
    let through = [vec![0xd1, 1, 2], key, vec![0xa2, 1, 0]];
    assert_eq!(cause(&whole_file(&through, 0, 1, 1)), own);
    let plist = whole_file(&[vec![0xa0], vec![0xa1, 1]], 0, 1, 1);
    assert_eq!(read(&plist).unwrap(), Made::Array(Vec::new()));
}

/// A million levels, and one more than are read, by both roads to them.
#[test]
fn depth_is_told_on_a_small_stack() {
    let deep = |levels: u32| {
        let objects: Vec<Vec<u8>> = (1..=levels)
            .map(|next| [&[0xa1][..], &next.to_be_bytes()].concat())
            .chain([vec![0x09]])
            .collect();
        whole_file(&objects, 0, 4, 4)
    };
    let small = std::thread::Builder::new().stack_size(512 << 10);
    let check = move || {
        let limit = PLIST_DEPTH as u64;
        for levels in [1_000_000, PLIST_DEPTH as u32 + 1] {
            let read = Plist::read(&deep(levels));
            assert_eq!(read.unwrap_err(), Reason::TooMany { limit });
            let levels = levels as usize;
            let text = ["<array>".repeat(levels), "</array>".repeat(levels)].concat();
            let read = Plist::read(text.as_bytes());
            assert_eq!(read.unwrap_err(), Reason::TooMany { limit });
        }
        assert!(Plist::read(&deep(PLIST_DEPTH as u32)).is_ok());
        let levels = PLIST_DEPTH;
        let text = ["<array>".repeat(levels), "</array>".repeat(levels)].concat();
        assert!(Plist::read(text.as_bytes()).is_ok());
        // A deep list that was read already, named once more from a depth of its own.
        let mut objects = vec![vec![0xa2, 0, 2, 1, 45]];
        objects.extend((1..300u16).map(|at| [&[0xa1][..], &(at + 1).to_be_bytes()].concat()));
        objects.push(vec![0x09]);
        objects.extend((301..600u16).map(|at| [&[0xa1][..], &(at + 1).to_be_bytes()].concat()));
        objects.push(vec![0xa1, 0, 1]);
        assert!(objects.len() < 1_000);
        let read = Plist::read(&whole_file(&objects, 0, 2, 2));
        assert_eq!(read.unwrap_err(), Reason::TooMany { limit });
    };
    small.spawn(check).unwrap().join().unwrap();
}

#[test]
fn numbers_that_lie_are_told() {
    let object = [0x51, b'a'].to_vec();
    for (offsets, references, count, root, table) in [
        (1, 1, 1 << 40, 0, 8),
        (1, 1, u64::MAX, 0, 8),
        (8, 1, u64::MAX / 8 + 1, 0, 8),
        (1, 1, 1, 1, 10),
        (1, 1, 0, 0, 10),
        (1, 1, 1, 0, 1 << 40),
        (1, 1, 1, 0, u64::MAX),
        (0, 1, 1, 0, 10),
        (1, 0, 1, 0, 10),
        (9, 1, 1, 0, 10),
        (1, 255, 1, 0, 10),
    ] {
        let head = [b"bplist00".to_vec(), object.clone(), vec![8]].concat();
        let bytes = [head, trailer(offsets, references, count, root, table)].concat();
        let read = Plist::read(&bytes);
        assert!(
            read.is_err(),
            "{offsets} {references} {count} {root} {table}"
        );
    }
    for broken in [
        // Counts of 2^40 and of -1, and one that is not a number.
        &[0x4f, 0x13, 0, 0, 1, 0, 0, 0, 0, 0][..],
        &[0xaf, 0x13, 255, 255, 255, 255, 255, 255, 255, 255],
        &[0xdf, 0x13, 127, 255, 255, 255, 255, 255, 255, 255],
        &[0x6f, 0x14, 127, 255, 255, 255, 255, 255, 255, 255],
        &[0x5f, 0x51, 1],
        // An object that is not there, numbers and kinds that do not exist.
        &[0xa1, 9],
        &[0x1f],
        &[0x15, 0],
        &[0x21, 0, 0],
        &[0x8f, 0],
        &[0x70],
        &[0xe0],
        &[0x33, 0],
    ] {
        let read = Plist::read(&whole_file(&[broken.to_vec()], 0, 1, 1));
        assert!(read.is_err(), "{broken:?}");
        // Where nothing names it, it costs nothing.
        let unused = whole_file(&[broken.to_vec(), vec![0x09]], 1, 1, 1);
        assert_eq!(
            read_back(Plist::read(&unused).unwrap().root()),
            Made::Boolean(true)
        );
    }
    assert!(cause(b"bplist15 and so on").contains("another version"));
}

/// A thousand objects that all begin at one place: a large text, a large list.
#[test]
fn objects_that_lie_on_each_other_cannot_fill_the_memory() {
    let overlapping = |object: Vec<u8>, others: u32| {
        let mut bytes = b"bplist00".to_vec();
        bytes.extend(object);
        let list = bytes.len();
        bytes.extend(marker(0xa0, others as usize));
        bytes.extend((1..=others).flat_map(u32::to_be_bytes));
        let table = bytes.len();
        bytes.extend(sized(list as u64, 4));
        bytes.extend((0..others).flat_map(|_| 8u32.to_be_bytes()));
        bytes.extend(trailer(4, 4, u64::from(others) + 1, 0, table as u64));
        bytes
    };
    let large = |kind: u8, count: usize, size: usize| {
        [marker(kind, count), vec![0xd8; count * size]].concat()
    };
    for kind in [0x40, 0x50] {
        let read = Plist::read(&overlapping(large(kind, 1 << 20, 1), 1_000));
        let limit = PLIST_CONTENT_BYTES;
        assert_eq!(read.unwrap_err(), Reason::TooLarge { limit });
    }
    // Halves of letters: each becomes three bytes.
    let read = Plist::read(&overlapping(large(0x60, 1 << 20, 2), 1_000));
    let limit = PLIST_CONTENT_BYTES;
    assert_eq!(read.unwrap_err(), Reason::TooLarge { limit });
    let list = [
        marker(0xa0, 100_000),
        1_001u32.to_be_bytes().repeat(100_000),
    ]
    .concat();
    let read = Plist::read(&overlapping(list, 1_001));
    assert!(read.is_err());
}

#[test]
fn broken_letters_are_shown_as_such() {
    let ascii = whole_file(&[vec![0x53, b'a', 0xff, b'b']], 0, 1, 1);
    assert_eq!(read(&ascii).unwrap(), Made::Text("a\u{fffd}b".to_owned()));
    let half = whole_file(&[vec![0x62, 0xd8, 0, 0, b'b']], 0, 1, 1);
    assert_eq!(read(&half).unwrap(), Made::Text("\u{fffd}b".to_owned()));
}

#[test]
fn whole_numbers_of_every_size_are_read() {
    for (bytes, number) in [
        (&[0x10, 0xff][..], Some(255)),
        (&[0x11, 0xff, 0xff], Some(65_535)),
        (&[0x12, 0xff, 0xff, 0xff, 0xff], Some(4_294_967_295)),
        (&[0x13, 255, 255, 255, 255, 255, 255, 255, 255], Some(-1)),
    ] {
        let plist = Plist::read(&whole_file(&[bytes.to_vec()], 0, 1, 1)).unwrap();
        assert_eq!(plist.root().as_integer(), number);
    }
    let of = |number: i128| {
        let object = [&[0x14][..], &number.to_be_bytes()].concat();
        Plist::read(&whole_file(&[object], 0, 1, 1)).unwrap()
    };
    assert_eq!(of(-3).root().as_integer(), Some(-3));
    assert_eq!(
        of(i128::from(u64::MAX)).root().as_unsigned(),
        Some(u64::MAX)
    );
    assert_eq!(of(i128::from(u64::MAX)).root().as_integer(), None);
    let vast = of(i128::MAX);
    assert_eq!(vast.root().as_unsigned(), None);
    assert!(vast.root().as_real().unwrap() > 1e38);
}

#[test]
fn dates_that_no_calendar_has_are_none() {
    for seconds in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e18] {
        let object = [&[0x33][..], &seconds.to_be_bytes()].concat();
        let plist = Plist::read(&whole_file(&[object], 0, 1, 1)).unwrap();
        assert_eq!(plist.root().as_date(), None, "{seconds}");
        assert_eq!(plist.root().kind(), "a date");
    }
    // Apple's words for "never".
    for (text, seconds) in [
        ("0001-01-01T00:00:00Z", -63_113_904_000),
        ("4001-01-01T00:00:00Z", 63_113_904_000),
    ] {
        let read = in_xml(&format!("<date>{text}</date>"));
        assert_eq!(read.unwrap(), Made::Date(seconds));
    }
    assert!(in_xml("<date>yesterday</date>").is_err());
}

#[test]
fn of_two_equal_keys_the_last_one_counts() {
    let made = Made::Dictionary(vec![
        ("key".to_owned(), Made::Integer(1)),
        ("key".to_owned(), Made::Integer(2)),
    ]);
    for bytes in [Writer::binary(&made, 1), xml(&made).into_bytes()] {
        let plist = Plist::read(&bytes).unwrap();
        assert_eq!(plist.root().get("key").unwrap().as_integer(), Some(2));
        assert_eq!(plist.root().entries().unwrap().count(), 2);
    }
    // A key that is no text is no entry.
    let bytes = whole_file(&[vec![0xd1, 1, 1], vec![0x10, 1]], 0, 1, 1);
    assert_eq!(read(&bytes).unwrap(), Made::Dictionary(Vec::new()));
}

#[test]
fn values_in_xml_may_be_written_in_many_ways() {
    let text = |text: &str| Made::Text(text.to_owned());
    for (inside, made) in [
        ("<string>a<!-- no -->b</string>", text("ab")),
        ("<string><![CDATA[<b> & ]]>c</string>", text("<b> & c")),
        (
            "<string> &#233;&#x1F600;&quot; </string>",
            text(" é\u{1f600}\" "),
        ),
        ("<string/>", text("")),
        ("<!-- no --><true></true>", Made::Boolean(true)),
        ("<integer> 0x1F </integer>", Made::Integer(31)),
        ("<integer>+5</integer>", Made::Integer(5)),
        ("<real>-1e3</real>", Made::Real(-1000.0)),
        ("<real>inf</real>", Made::Real(f64::INFINITY)),
        ("<data>\n A A\tE=\n</data>", Made::Data(vec![0, 1])),
        ("<data>AAE</data>", Made::Data(vec![0, 1])),
        ("<data/>", Made::Data(Vec::new())),
        ("<array/>", Made::Array(Vec::new())),
    ] {
        assert_eq!(in_xml(inside).unwrap(), made, "{inside}");
    }
    assert_eq!(read(b"<true/>").unwrap(), Made::Boolean(true));
}

#[test]
fn xml_that_is_no_list_is_told() {
    for inside in [
        "",
        "text",
        "<true/>text",
        "<true/><false/>",
        "<b/>",
        "<string><b/></string>",
        "<string>&other;</string>",
        "<integer/>",
        "<integer>1.5</integer>",
        "<integer>-9223372036854775809000000000000</integer>",
        "<integer>18446744073709551616</integer>",
        "<real>much</real>",
        "<key>alone</key>",
        "<dict><string>v</string></dict>",
        "<dict><key>k</key></dict>",
        "<dict><key>k</key><key>v</key></dict>",
        "<dict><key>k</key><true/><true/></dict>",
        "<dict><dict/><true/></dict>",
        "<dict><key>k</key><array></dict></array>",
        "<array><key>k</key></array>",
        "<array><plist/></array>",
        "<array>",
        "</array>",
    ] {
        assert!(in_xml(inside).is_err(), "{inside}");
    }
    for bytes in [
        &b""[..],
        b"\0\0\0",
        b"hello",
        b"<html></html>",
        b"{\"a\":1}",
        b"\xff<plist>",
    ] {
        assert!(Plist::read(bytes).is_err());
    }
}

#[test]
fn entities_are_not_expanded() {
    let laughs = r#"<?xml version="1.0"?>
<!DOCTYPE plist [ <!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY c SYSTEM "file:///etc/passwd"> ]>
<plist><string>&b;</string></plist>"#;
    assert_eq!(
        cause(laughs.as_bytes()),
        "an entity that is not one of XML's own"
    );
    assert_eq!(
        read(laughs.replace("&b;", "x").as_bytes()).unwrap(),
        Made::Text("x".to_owned())
    );
}

#[test]
fn what_stands_behind_the_end_is_not_read() {
    for behind in ["garbage", "\0\0\0", "<plist><false/></plist>", "</plist>"] {
        let text = format!("<plist><true/></plist>{behind}");
        assert_eq!(read(text.as_bytes()).unwrap(), Made::Boolean(true));
    }
}

#[test]
fn other_encodings_are_read_or_told() {
    let made = Made::Text("é \u{1f600}".to_owned());
    let text = xml(&made).replace("UTF-8", "UTF-16");
    let units = || text.encode_utf16();
    let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
    let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xef, 0xbb, 0xbf][..], xml(&made).as_bytes()].concat();
    let (big, little) = (
        [&[0xfe, 0xff][..], &big].concat(),
        [&[0xff, 0xfe][..], &little].concat(),
    );
    for bytes in [&big, &little, &marked] {
        assert_eq!(read(bytes).unwrap(), made);
        assert!(Plist::begins(bytes));
    }
    assert!(Plist::read(&big[..big.len() - 1]).is_err());
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><plist><string>\xe9</string></plist>";
    assert_eq!(read(latin).unwrap(), Made::Text("é".to_owned()));
    let other =
        b"<?xml version='1.0' encoding='Shift_JIS'?><plist><string>\x83\x65</string></plist>";
    assert!(cause(other).contains("UTF-8 or UTF-16"));
    assert!(!Plist::begins(b"PK\x03\x04"));
    assert!(Plist::begins(b"\n <?xml "));
}

#[test]
fn more_than_the_limits_is_told() {
    let limit = PLIST_BYTES;
    let large = vec![b' '; PLIST_BYTES as usize + 1];
    assert_eq!(Plist::read(&large).unwrap_err(), Reason::TooLarge { limit });
    let many = format!("<array>{}</array>", "<true/>".repeat(PLIST_OBJECTS));
    let limit = PLIST_OBJECTS as u64;
    assert_eq!(
        Plist::read(many.as_bytes()).unwrap_err(),
        Reason::TooMany { limit }
    );
    let mut bytes = b"bplist00".to_vec();
    bytes.resize(8 + PLIST_OBJECTS + 1, 8);
    bytes.extend(trailer(1, 1, PLIST_OBJECTS as u64 + 1, 0, 8));
    assert_eq!(Plist::read(&bytes).unwrap_err(), Reason::TooMany { limit });
}

fn any_made() -> impl Strategy<Value = Made> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Made::Boolean),
        any::<i64>().prop_map(Made::Integer),
        (i64::MAX as u64 + 1..=u64::MAX).prop_map(Made::Large),
        (-1e9..1e9).prop_map(Made::Real),
        (-60_000_000_000i64..60_000_000_000).prop_map(Made::Date),
        proptest::collection::vec(any::<u8>(), 0..40).prop_map(Made::Data),
        // What XML cannot carry is left out; line breaks are none of a value's own there.
        "[^\\p{Cc}\u{fffe}\u{ffff}]{0,20}".prop_map(Made::Text),
        any::<u32>().prop_map(Made::Uid),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..20).prop_map(Made::Array),
            proptest::collection::vec(("[a-z$é]{0,6}", inner), 0..20).prop_map(Made::Dictionary),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read(made in any_made(), reference_size in 2usize..9) {
        prop_assert_eq!(&read(&Writer::binary(&made, reference_size)).unwrap(), &made);
        prop_assert_eq!(&read(xml(&made).as_bytes()).unwrap(), &made);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Plist::read(&bytes);
        let _ = Plist::read(&[b"bplist00", &bytes[..]].concat());
        let _ = Plist::read(&[&b"<plist><dict>"[..], &bytes[..]].concat());
    }

    /// Objects and a table of any bytes, under a trailer that fits.
    #[test]
    fn any_objects_are_read_without_a_panic(
        objects in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..12), 1..20),
        root in 0usize..20, references in 1usize..3,
    ) {
        let root = root % objects.len();
        let bytes = whole_file(&objects, root, references, 2);
        if let Ok(plist) = Plist::read(&bytes) {
            walk(plist.root(), 0);
        }
    }

    #[test]
    fn a_changed_list_is_read_without_a_panic(made in any_made(), at: usize, byte: u8) {
        for mut bytes in [Writer::binary(&made, 2), xml(&made).into_bytes()] {
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Ok(plist) = Plist::read(&bytes) {
                walk(plist.root(), 0);
            }
        }
    }
}

/// What was read can be walked, to the depth that is promised.
fn walk(value: Value<'_>, depth: usize) -> u64 {
    assert!(depth <= PLIST_DEPTH);
    let items = value.items().into_iter().flatten();
    let entries = value.entries().into_iter().flatten();
    let below = items.chain(entries.map(|(_, value)| value));
    1 + below.map(|value| walk(value, depth + 1)).sum::<u64>()
}
