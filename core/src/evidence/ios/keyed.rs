//! Keyed archives (`NSKeyedArchiver`): a property list whose objects name each other by place.
//!
//! Nothing is unpacked: a [`Keyed`] follows one place after the other, as far as its caller asks. Objects of an
//! archive name each other in circles as a matter of course, and a hostile one names a large object a million
//! times. So what is passed on the way is counted, and behind [`KEYED_STEPS`](crate::limits::KEYED_STEPS)
//! nothing is found any more, which [`Keyed::is_spent`] tells.

use super::plist::{Plist, Value};
use crate::snapshot::Reason;

use super::json::malformed;

/// A keyed archive.
#[derive(Debug, Clone, Copy)]
pub(in crate::evidence) struct Keyed<'a> {
    objects: Value<'a>,
    top: Value<'a>,
}

impl<'a> Keyed<'a> {
    /// The archive in this property list.
    ///
    /// # Errors
    /// [`Reason::Malformed`] where it is none.
    pub(in crate::evidence) fn open(plist: &'a Plist) -> Result<Self, Reason> {
        let root = plist.root();
        let (objects, top) = root
            .get("$objects")
            .filter(|objects| objects.items().is_some())
            .zip(root.get("$top"))
            .ok_or_else(|| malformed("not a keyed archive"))?;
        Ok(Self { objects, top })
    }

    /// The object that the archive is of: `root`, or the only one.
    pub(in crate::evidence) fn root(self) -> Option<Value<'a>> {
        let named = self.top.get("root");
        let only = || self.top.entries()?.next().map(|(_, value)| value);
        self.follow(named.or_else(only)?)
    }

    /// The object at the place that a value names; another value is itself. `$null` is none.
    pub(in crate::evidence) fn follow(self, value: Value<'a>) -> Option<Value<'a>> {
        let object = match value.as_uid() {
            Some(0) => return None,
            Some(uid) => self.objects.item(usize::try_from(uid).ok()?)?,
            None => value,
        };
        // Its keys will be looked at one by one.
        let steps = object.size() as u64 + 1;
        let found = self.objects.plist().step(steps) && object.as_text() != Some("$null");
        found.then_some(object)
    }

    /// Whether so much was followed that the rest was not found.
    pub(in crate::evidence) fn is_spent(self) -> bool {
        self.objects.plist().is_spent()
    }

    /// The object that a key of an object names.
    pub(in crate::evidence) fn get(self, object: Value<'a>, key: &str) -> Option<Value<'a>> {
        self.follow(object.get(key)?)
    }

    /// The bytes that a key names: by themselves, or an `NSData`.
    pub(in crate::evidence) fn data(self, object: Value<'a>, key: &str) -> Option<&'a [u8]> {
        let found = self.get(object, key)?;
        found
            .as_data()
            .or_else(|| self.get(found, "NS.data")?.as_data())
    }

    /// The text that a key names: by itself, or an `NSString`.
    pub(in crate::evidence) fn string(self, object: Value<'a>, key: &str) -> Option<&'a str> {
        let found = self.get(object, key)?;
        found
            .as_text()
            .or_else(|| self.get(found, "NS.string")?.as_text())
    }

    /// The name of an object's class.
    pub(in crate::evidence) fn class(self, object: Value<'a>) -> Option<&'a str> {
        self.get(object, "$class")?.string("$classname")
    }

    /// The items of an `NSArray` or `NSSet`.
    pub(in crate::evidence) fn items(
        self,
        object: Value<'a>,
    ) -> Option<impl Iterator<Item = Value<'a>>> {
        let items = object.get("NS.objects")?.items()?;
        Some(items.filter_map(move |item| self.follow(item)))
    }

    /// The entries of an `NSDictionary` whose keys are texts.
    pub(in crate::evidence) fn entries(
        self,
        object: Value<'a>,
    ) -> Option<impl Iterator<Item = (&'a str, Value<'a>)>> {
        let keys = object.get("NS.keys")?.items()?;
        let values = object.get("NS.objects")?.items()?;
        Some(keys.zip(values).filter_map(move |(key, value)| {
            Some((self.follow(key)?.as_text()?, self.follow(value)?))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_that_names_itself_is_followed_as_often_as_asked() {
        let text = "<plist><dict><key>$top</key><dict><key>root</key><dict><key>CF$UID</key><integer>1</integer></dict></dict>\
            <key>$objects</key><array><string>$null</string><dict><key>own</key><dict><key>CF$UID</key><integer>1</integer></dict>\
            <key>none</key><dict><key>CF$UID</key><integer>0</integer></dict><key>far</key><dict><key>CF$UID</key>\
            <integer>99</integer></dict></dict></array></dict></plist>";
        let plist = Plist::read(text.as_bytes()).unwrap();
        let keyed = Keyed::open(&plist).unwrap();
        let mut object = keyed.root().unwrap();
        for _ in 0..1_000 {
            object = keyed.get(object, "own").unwrap();
        }
        assert!(keyed.get(object, "none").is_none());
        assert!(keyed.get(object, "far").is_none());
        assert!(Keyed::open(&Plist::read(b"<plist><dict/></plist>").unwrap()).is_err());
    }
}
