//! What a profile says of itself and what each of its payloads does.
//!
//! In: the outermost dictionary of a profile, from a `.mobileconfig` or from the copy that a phone keeps of an
//! installed one (`profile-*.stub`, the same shape with some keys added). Out: a [`Profile`]. Keys as in
//! apple/device-management; what only a phone's copy has, as sysdiagnose readers describe it.

use super::facts;
use crate::evidence::apk::signer;
use crate::evidence::ios::plist::Value;
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::limits::{
    CERTIFICATE_BYTES, CERTIFICATES, PROFILE_KEYS, PROFILE_PAYLOADS, PROFILE_TEXT_CHARACTERS,
};
use crate::snapshot::{
    AppState, ManagementRight, Moment, Observed, Payload, PayloadFact, PayloadKind, Profile,
    Reason, Signer, SignerRole,
};

/// The profile in this value. What cannot be read of it is left out at its place and named there: a payload
/// without a type, everything that is encrypted.
///
/// # Errors
/// A [`Reason`] where it is no profile: no dictionary, or nothing that names it.
pub(in crate::evidence) fn of(
    value: Value<'_>,
    state: AppState,
    place: &mut Place<'_>,
    locator: &str,
) -> Result<Profile, Reason> {
    if value.entries().is_none() {
        let cause = format!("a profile is a dictionary, and this is {}", value.kind());
        return Err(malformed(&cause));
    }
    let at = |key: &str| join(locator, key);
    let word = |key: &str| value.string(key).map(short);
    let (identifier, named_by) = ["PayloadIdentifier", "PayloadUUID"]
        .into_iter()
        .find_map(|key| Some((word(key).filter(|it| !it.is_empty())?, key)))
        .ok_or_else(|| malformed("a profile without PayloadIdentifier"))?;
    let mut profile = Profile::new(identifier, state, place.at(at(named_by)));
    profile.uuid = word("PayloadUUID");
    profile.organisation = word("PayloadOrganization");
    profile.display_name = word("PayloadDisplayName");
    profile.installed_at = value
        .get("InstallDate")
        .and_then(Value::as_date)
        .map(|when| Observed::new(Moment::Instant(when), place.at(at("InstallDate"))));
    profile.installed_by = installed_by(value, place, locator);
    profile.managed_by = value
        .get("InstallOptions")
        .and_then(|options| options.string("managingProfileIdentifier"))
        .map(|by| {
            let key = at("InstallOptions/managingProfileIdentifier");
            Observed::new(short(by), place.at(key))
        });
    profile.fetched_from = value
        .get("OTAProfileStub")
        .and_then(|stub| stub.string("URL"))
        .map(|url| Observed::new(facts::plain_url(url), place.at(at("OTAProfileStub/URL"))));
    profile.removable = flag(value, "PayloadRemovalDisallowed")
        .map(|disallowed| Observed::new(!disallowed, place.at(at("PayloadRemovalDisallowed"))));
    profile.removal_password = flag(value, "HasRemovalPasscode").unwrap_or(false);
    profile.signers = kept_signers(value, place, locator);
    if flag(value, "IsEncrypted") == Some(true) || value.get("EncryptedPayloadContent").is_some() {
        profile.locked = true;
        place.skip(&at("EncryptedPayloadContent"), Reason::Encrypted);
    }
    payloads(&mut profile, value, place, locator);
    // The password that takes it off stands in a payload of its own where somebody reads the file.
    let password = |payload: &Payload| payload.kind == PayloadKind::RemovalPassword;
    profile.removal_password |= profile.payloads.iter().any(password);
    profile.payload_kinds = profile
        .payloads
        .iter()
        .map(|payload| payload.payload_type.clone())
        .collect();
    Ok(profile)
}

/// `mdm`, or the phone's own word for the process.
fn installed_by(value: Value<'_>, place: &Place<'_>, locator: &str) -> Option<Observed<String>> {
    let options = value.get("InstallOptions")?;
    let (word, key) = if flag(options, "installedByMDM") == Some(true) {
        ("mdm".to_owned(), "installedByMDM")
    } else {
        (short(options.string("installedBy")?), "installedBy")
    };
    let key = join(locator, &format!("InstallOptions/{key}"));
    Some(Observed::new(word, place.at(key)))
}

/// The certificates of the signers, as a phone keeps them: whole, in DER.
fn kept_signers(value: Value<'_>, place: &mut Place<'_>, locator: &str) -> Vec<Signer> {
    let Some(kept) = value.get("SignerCerts").and_then(Value::items) else {
        return Vec::new();
    };
    let mut signers = Vec::new();
    for (index, certificate) in kept.enumerate() {
        let key = join(locator, &format!("SignerCerts[{index}]"));
        if index >= CERTIFICATES {
            let limit = CERTIFICATES as u64;
            place.skip(&key, Reason::TooMany { limit });
            break;
        }
        match certificate.as_data() {
            Some(der) if der.len() <= CERTIFICATE_BYTES => {
                let role = SignerRole::Current;
                signers.push(signer(der, None, role, place.at(key)));
            }
            Some(_) => {
                let limit = CERTIFICATE_BYTES as u64;
                place.skip(&key, Reason::TooLarge { limit });
            }
            None => place.skip(&key, malformed("a certificate that is no data")),
        }
    }
    signers
}

fn payloads(profile: &mut Profile, value: Value<'_>, place: &mut Place<'_>, locator: &str) {
    let key = join(locator, "PayloadContent");
    let Some(content) = value.get("PayloadContent") else {
        if !profile.locked {
            place.skip(&key, malformed("a profile without PayloadContent"));
        }
        return;
    };
    // A profile that asks the phone to introduce itself to a server, which then sends the real one.
    if value.string("PayloadType") == Some("Profile Service") {
        let read = payload(content, Some("Profile Service"), place, &key);
        keep(profile, read, place, &key);
        return;
    }
    let Some(items) = content.items() else {
        let cause = format!("PayloadContent is {}, not an array", content.kind());
        place.skip(&key, malformed(&cause));
        return;
    };
    for (index, item) in items.enumerate() {
        let key = format!("{key}[{index}]");
        if index >= PROFILE_PAYLOADS {
            let limit = PROFILE_PAYLOADS as u64;
            place.skip(&key, Reason::TooMany { limit });
            return;
        }
        let read = payload(item, None, place, &key);
        keep(profile, read, place, &key);
    }
}

fn keep(
    profile: &mut Profile,
    read: Result<Payload, Reason>,
    place: &mut Place<'_>,
    locator: &str,
) {
    match read {
        Ok(payload) => profile.payloads.push(payload),
        Err(reason) => place.skip(locator, reason),
    }
}

fn payload(
    value: Value<'_>,
    payload_type: Option<&str>,
    place: &mut Place<'_>,
    locator: &str,
) -> Result<Payload, Reason> {
    let Some(entries) = value.entries() else {
        let cause = format!("a payload is a dictionary, and this is {}", value.kind());
        return Err(malformed(&cause));
    };
    // One hostile dictionary can stand in a list a thousand times; it is gone through once for each.
    let fields: Vec<(&str, Value<'_>)> = entries.take(PROFILE_KEYS).collect();
    if fields.len() >= PROFILE_KEYS {
        let limit = PROFILE_KEYS as u64;
        place.skip(locator, Reason::TooMany { limit });
    }
    let word = |key: &str| {
        let found = fields.iter().rev().find(|(name, _)| *name == key);
        found.and_then(|(_, value)| value.as_text()).map(short)
    };
    let payload_type = payload_type
        .map(str::to_owned)
        .or_else(|| word("PayloadType"))
        .ok_or_else(|| malformed("a payload without PayloadType"))?;
    let kind = PayloadKind::of(&payload_type);
    let mut facts = facts::of(kind, &fields, place, locator);
    let mut rights = Vec::new();
    let rights_bits = fields
        .iter()
        .rev()
        .find(|(name, _)| *name == "AccessRights");
    if kind == PayloadKind::DeviceManagement
        && let Some((_, bits)) = rights_bits
    {
        match bits.as_unsigned() {
            Some(bits) => {
                let unknown;
                (rights, unknown) = ManagementRight::of(bits);
                if unknown != 0 {
                    facts.push(PayloadFact {
                        key: "AccessRights/unknown bits".to_owned(),
                        value: unknown.to_string(),
                    });
                }
            }
            None => place.skip(
                &join(locator, "AccessRights"),
                malformed("rights that are no number"),
            ),
        }
    }
    facts.sort();
    facts.dedup();
    Ok(Payload {
        kind,
        payload_type,
        identifier: word("PayloadIdentifier"),
        display_name: word("PayloadDisplayName"),
        rights,
        facts,
        provenance: place.at(locator),
    })
}

fn flag(value: Value<'_>, key: &str) -> Option<bool> {
    value.get(key)?.as_boolean()
}

/// A text as far as it is kept.
pub(super) fn short(text: &str) -> String {
    let mut kept = text.chars();
    let mut short: String = kept.by_ref().take(PROFILE_TEXT_CHARACTERS).collect();
    if kept.next().is_some() {
        short.push('…');
    }
    short
}

/// A place inside another.
pub(super) fn join(locator: &str, key: &str) -> String {
    if locator.is_empty() {
        key.to_owned()
    } else {
        format!("{locator}/{key}")
    }
}
