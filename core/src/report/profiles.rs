//! What a finding about a configuration profile shows of it: a snapshot in, the report's own shape out.

use super::schema::{FindingProfile, ProfileFact, ProfilePayload, ProfileSigner};
use super::shown::kept;
use crate::detect::{Subject, SubjectKind};
use crate::snapshot::{Moment, Observed, Payload, Profile, Signer, Snapshot};

/// The profiles that a finding is about, in the order of the snapshot; none for another subject.
pub(super) fn of(subject: &Subject, snapshot: &Snapshot) -> Vec<FindingProfile> {
    if subject.kind != SubjectKind::Profile {
        return Vec::new();
    }
    let profiles = snapshot.profiles.iter();
    profiles
        .filter(|profile| profile.identifier == subject.id)
        .map(profile)
        .collect()
}

fn profile(profile: &Profile) -> FindingProfile {
    let text = |observed: &Option<Observed<String>>| observed.as_ref().map(|it| kept(&it.value));
    FindingProfile {
        uuid: profile.uuid.as_deref().map(kept),
        organisation: profile.organisation.as_deref().map(kept),
        installed_at: profile.installed_at.as_ref().map(|it| match it.value {
            Moment::Instant(instant) => instant.to_string(),
            Moment::PhoneClock(shown) => shown.to_string(),
        }),
        installed_by: text(&profile.installed_by),
        managed_by: text(&profile.managed_by),
        fetched_from: text(&profile.fetched_from),
        removable: profile.removable.as_ref().map(|it| it.value),
        removal_password: profile.removal_password,
        locked: profile.locked,
        signers: profile.signers.iter().map(signer).collect(),
        payloads: profile.payloads.iter().map(payload).collect(),
        provenance: profile.provenance.clone(),
    }
}

fn signer(signer: &Signer) -> ProfileSigner {
    ProfileSigner {
        subject: signer.subject.as_ref().map(|it| kept(&it.full)),
        sha256: signer.sha256,
    }
}

fn payload(payload: &Payload) -> ProfilePayload {
    ProfilePayload {
        kind: payload.kind.as_str().to_owned(),
        payload_type: kept(&payload.payload_type),
        identifier: payload.identifier.as_deref().map(kept),
        display_name: payload.display_name.as_deref().map(kept),
        rights: payload
            .rights
            .iter()
            .map(|right| right.as_str().to_owned())
            .collect(),
        facts: payload
            .facts
            .iter()
            .map(|fact| ProfileFact {
                key: kept(&fact.key),
                value: kept(&fact.value),
            })
            .collect(),
        provenance: payload.provenance.clone(),
    }
}
