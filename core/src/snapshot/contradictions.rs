//! What two pieces of evidence say differently about one phone: shown, never settled in silence.
//!
//! The value that was read first is the one that is kept. An app that is signed by one key here and by another
//! there is not the same app, and a phone of another make may be another phone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::{
    App, AppState, Observed, Platform, Provenance, Reason, SignerRole, Skipped, Snapshot,
    SurfaceId, Surfaces,
};
use crate::limits::SKIPPED_LISTED;

/// Contradictions as they are found, by surface.
#[derive(Default)]
pub(crate) struct Contradictions(BTreeMap<SurfaceId, BTreeSet<Skipped>>);

/// A value and where it stood.
struct Said<'a> {
    value: String,
    at: Option<&'a Provenance>,
}

impl Contradictions {
    /// What `found` says differently from `kept`.
    pub(crate) fn between(kept: &Snapshot, found: &Snapshot) -> Self {
        let mut told = Self::default();
        told.platforms(kept, found);
        told.devices(kept, found);
        let mut known: BTreeMap<&str, Vec<&App>> = BTreeMap::new();
        for app in &kept.apps {
            known.entry(&app.id).or_default().push(app);
        }
        for app in &found.apps {
            for kept in known.get(app.id.as_str()).into_iter().flatten() {
                told.apps(kept, app);
            }
        }
        told
    }

    /// What one piece of evidence says differently about an app than another, if they speak of the same
    /// user.
    pub(crate) fn apps(&mut self, kept: &App, found: &App) {
        let same_user = match (kept.user, found.user) {
            (Some(kept), Some(found)) => kept == found,
            (None, _) | (_, None) => true,
        };
        if kept.id != found.id || kept.platform != found.platform || !same_user {
            return;
        }
        let field = |name: &str| format!("{} {name}", kept.id);
        let app = |app: &App, value: &str| {
            let value = value.to_owned();
            (value, app.provenance.first().cloned())
        };
        if let (Some(ours), Some(theirs)) = (&kept.version, &found.version) {
            let differs = match (ours.code, theirs.code) {
                (Some(ours), Some(theirs)) => ours != theirs,
                _ => matches!((&ours.name, &theirs.name), (Some(a), Some(b)) if a != b),
            };
            if differs {
                let shown = |version: &super::Version| match (&version.name, version.code) {
                    (Some(name), Some(code)) => format!("{name} ({code})"),
                    (Some(name), None) => name.clone(),
                    (None, code) => code.map_or_else(String::new, |code| code.to_string()),
                };
                self.tell(
                    SurfaceId::Apps,
                    field("version"),
                    Said::at(shown(ours), &ours.provenance),
                    Said::at(shown(theirs), &theirs.provenance),
                );
            }
        }
        self.differ(
            SurfaceId::Apps,
            field("installer"),
            kept.install.installer.as_ref(),
            found.install.installer.as_ref(),
            |a, b| a == b,
        );
        if let (Some(ours), Some(theirs)) = (kept.system, found.system)
            && ours != theirs
        {
            let shown = |system| if system { "yes" } else { "no" };
            let (ours, theirs) = (app(kept, shown(ours)), app(found, shown(theirs)));
            self.tell(
                SurfaceId::Apps,
                field("system"),
                Said::from(&ours),
                Said::from(&theirs),
            );
        }
        let there = |state| match state {
            AppState::Installed => Some("installed"),
            AppState::Removed => Some("removed"),
            AppState::Seen => None,
        };
        if let (Some(ours), Some(theirs)) = (there(kept.state), there(found.state))
            && ours != theirs
        {
            let (ours, theirs) = (app(kept, ours), app(found, theirs));
            self.tell(
                SurfaceId::Apps,
                field("state"),
                Said::from(&ours),
                Said::from(&theirs),
            );
        }
        self.signers(kept, found);
    }

    /// Says of the surfaces what was found, sorted; what is more than a surface lists is counted.
    pub(crate) fn tell_in(self, surfaces: &mut Surfaces) {
        for (id, told) in self.0 {
            let more = told.len().saturating_sub(SKIPPED_LISTED);
            for Skipped { record, reason } in told.into_iter().take(SKIPPED_LISTED) {
                surfaces.skip(id, record, reason);
            }
            if more > 0 {
                let limit = SKIPPED_LISTED as u64;
                let record = format!("{more} more contradictions");
                surfaces.skip(id, record, Reason::TooMany { limit });
            }
        }
    }

    fn platforms(&mut self, kept: &Snapshot, found: &Snapshot) {
        let unknown = Platform::Unknown;
        if kept.platform != found.platform && kept.platform != unknown && found.platform != unknown
        {
            let said = |snapshot: &Snapshot| {
                let at = snapshot.inputs.first();
                let at = at.map(|input| Provenance::new(&input.path.as_str().into(), ""));
                (snapshot.platform.as_str().to_owned(), at)
            };
            let (ours, theirs) = (said(kept), said(found));
            self.tell(
                SurfaceId::Device,
                "device.platform".to_owned(),
                Said::from(&ours),
                Said::from(&theirs),
            );
        }
    }

    fn devices(&mut self, kept: &Snapshot, found: &Snapshot) {
        let (ours, theirs) = (&kept.device, &found.device);
        let exactly: fn(&String, &String) -> bool = |a, b| a == b;
        // Makers write their own name as they like it best that day.
        let alike: fn(&String, &String) -> bool = |a, b| a.trim().eq_ignore_ascii_case(b.trim());
        for (name, ours, theirs, same) in [
            ("make", &ours.make, &theirs.make, alike),
            ("model", &ours.model, &theirs.model, alike),
            ("os_version", &ours.os_version, &theirs.os_version, exactly),
            ("api_level", &ours.api_level, &theirs.api_level, exactly),
            (
                "security_patch",
                &ours.security_patch,
                &theirs.security_patch,
                exactly,
            ),
            ("build", &ours.build, &theirs.build, exactly),
            ("zone", &ours.zone, &theirs.zone, exactly),
        ] {
            let field = format!("device.{name}");
            self.differ(
                SurfaceId::Device,
                field,
                ours.as_ref(),
                theirs.as_ref(),
                same,
            );
        }
    }

    /// Two sets of signers go together when one holds the other: a list may know only the first
    /// certificate, and a file also knows the earlier keys.
    fn signers(&mut self, kept: &App, found: &App) {
        let (ours, theirs) = (digests(kept), digests(found));
        let Some((ours, theirs)) = ours
            .into_iter()
            .zip(theirs)
            .find(|(ours, theirs)| !ours.is_empty() && !theirs.is_empty())
        else {
            return;
        };
        if ours.is_subset(&theirs) || theirs.is_subset(&ours) {
            return;
        }
        let shown = |set: BTreeSet<String>| set.into_iter().collect::<Vec<_>>().join(", ");
        let place = |app: &App| app.signers.first().map(|signer| signer.provenance.clone());
        self.tell(
            SurfaceId::AppSigners,
            format!("{} signers", kept.id),
            Said::from(&(shown(ours), place(kept))),
            Said::from(&(shown(theirs), place(found))),
        );
    }

    fn differ<T: Display>(
        &mut self,
        id: SurfaceId,
        field: String,
        kept: Option<&Observed<T>>,
        found: Option<&Observed<T>>,
        same: impl Fn(&T, &T) -> bool,
    ) {
        let (Some(kept), Some(found)) = (kept, found) else {
            return;
        };
        if !same(&kept.value, &found.value) {
            self.tell(
                id,
                field,
                Said::at(kept.value.to_string(), &kept.provenance),
                Said::at(found.value.to_string(), &found.provenance),
            );
        }
    }

    fn tell(&mut self, id: SurfaceId, field: String, kept: Said<'_>, found: Said<'_>) {
        self.0.entry(id).or_default().insert(Skipped {
            record: found.place(),
            reason: Reason::Contradicts {
                field,
                kept_at: kept.place(),
                kept: kept.value,
                found: found.value,
            },
        });
    }
}

/// The certificates of an app by SHA-256, and by SHA-1.
fn digests(app: &App) -> [BTreeSet<String>; 2] {
    let signers = || {
        let current = |role| role == SignerRole::Current;
        // An earlier key alone proves nothing about today's; beside today's it explains a difference.
        let any = app.signers.iter().any(|signer| current(signer.role));
        app.signers.iter().filter(move |_| any)
    };
    [
        signers()
            .filter_map(|signer| Some(signer.sha256?.to_string()))
            .collect(),
        signers()
            .filter_map(|signer| Some(signer.sha1?.to_string()))
            .collect(),
    ]
}

impl<'a> Said<'a> {
    fn at(value: String, at: &'a Provenance) -> Self {
        Self {
            value,
            at: Some(at),
        }
    }

    fn place(&self) -> String {
        match self.at {
            Some(at) if at.locator.is_empty() => at.input.to_string(),
            Some(at) => format!("{} {}", at.input, at.locator),
            None => String::new(),
        }
    }
}

impl<'a> From<&'a (String, Option<Provenance>)> for Said<'a> {
    fn from((value, at): &'a (String, Option<Provenance>)) -> Self {
        Self {
            value: value.clone(),
            at: at.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::digest::Sha256;
    use crate::snapshot::{Signer, SurfaceState, Version};

    fn at(input: &str, locator: &str) -> Provenance {
        Provenance::new(&Arc::from(input), locator)
    }

    fn signer(input: &str, name: &str, role: SignerRole) -> Signer {
        Signer {
            sha1: None,
            sha256: Some(Sha256::of(name.as_bytes())),
            key_sha256: None,
            subject: None,
            scheme: None,
            role,
            provenance: at(input, "[0]"),
        }
    }

    fn app(input: &str, code: u64, signers: Vec<Signer>) -> App {
        let mut app = App::new(
            "com.example.x",
            Platform::Android,
            AppState::Installed,
            at(input, "[0]"),
        );
        app.version = Some(Version {
            name: None,
            code: Some(code),
            provenance: at(input, "[0].version"),
        });
        app.signers = signers;
        app
    }

    fn phone(input: &str, model: &str, apps: Vec<App>) -> Snapshot {
        let mut snapshot = Snapshot {
            platform: Platform::Android,
            surfaces: Surfaces::for_platform(Platform::Android),
            apps,
            ..Snapshot::default()
        };
        snapshot.surfaces.read(SurfaceId::Apps, 1);
        snapshot.device.model = Some(Observed::new(model.to_owned(), at(input, "line 1")));
        snapshot
    }

    fn told(snapshot: &Snapshot) -> Vec<(SurfaceId, Skipped)> {
        let surfaces = snapshot.surfaces.iter();
        surfaces
            .flat_map(|(id, surface)| surface.skipped.iter().map(move |own| (id, own.clone())))
            .collect()
    }

    #[test]
    fn what_two_pieces_of_evidence_say_differently_is_shown_and_the_first_is_kept() {
        let current = SignerRole::Current;
        let mut list = app("list", 1, vec![signer("list", "one", current)]);
        list.install.installer = Some(Observed::new(
            "com.store".to_owned(),
            at("list", "[0].installer"),
        ));
        list.system = Some(false);
        let mut backup = app("backup", 2, vec![signer("backup", "two", current)]);
        backup.install.installer = Some(Observed::new(
            "com.other".to_owned(),
            at("backup", "line 5"),
        ));
        backup.system = Some(true);
        backup.state = AppState::Removed;
        let mut whole = phone("list", "Pixel 6", vec![list]);
        whole.merge(phone("backup", "Galaxy", vec![backup]));
        insta::assert_yaml_snapshot!(told(&whole));
        let kept = &whole.apps[0];
        assert_eq!(kept.version.as_ref().unwrap().code, Some(1));
        assert_eq!(kept.signers.len(), 2);
        assert_eq!(whole.device.model.unwrap().value, "Pixel 6");
    }

    #[test]
    fn a_set_of_signers_that_holds_the_other_is_no_contradiction() {
        let (current, past) = (SignerRole::Current, SignerRole::Past);
        let rotated = vec![signer("apk", "new", current), signer("apk", "old", past)];
        for listed in ["new", "old"] {
            let mut whole = phone("apk", "pixel 6", vec![app("apk", 1, rotated.clone())]);
            let list = vec![app("list", 1, vec![signer("list", listed, current)])];
            whole.merge(phone("list", "Pixel 6 ", list));
            assert_eq!(told(&whole), []);
        }
    }

    #[test]
    fn another_user_s_app_contradicts_nothing() {
        let mut owner = app("list", 1, Vec::new());
        owner.user = Some(0);
        let mut profile = app("dump", 2, Vec::new());
        profile.user = Some(10);
        let mut whole = phone("list", "x", vec![owner]);
        whole.merge(phone("dump", "x", vec![profile]));
        assert_eq!(told(&whole), []);
        assert_eq!(whole.apps.len(), 2);
    }

    #[test]
    fn a_thousand_contradictions_are_listed_and_the_rest_are_counted() {
        let many = |input: &str, code| {
            let apps = (0..SKIPPED_LISTED + 5).map(|number| App {
                id: format!("com.example.n{number}"),
                ..app(input, code, Vec::new())
            });
            phone(input, "x", apps.collect())
        };
        let mut whole = many("list", 1);
        whole.merge(many("backup", 2));
        let told = told(&whole);
        assert_eq!(told.len(), SKIPPED_LISTED + 1);
        assert_eq!(told.last().unwrap().1.record, "5 more contradictions");
    }

    #[test]
    fn a_whole_list_of_apps_makes_up_for_one_that_is_not() {
        let partial = |input: &str| {
            let mut phone = phone(input, "x", Vec::new());
            let record = format!("{input}: apps that take no part in backups");
            phone
                .surfaces
                .skip(SurfaceId::Apps, record, Reason::NotInThisEvidence);
            phone
        };
        for (first, second) in [
            (partial("backup"), phone("list", "x", Vec::new())),
            (phone("list", "x", Vec::new()), partial("backup")),
        ] {
            let mut whole = first;
            whole.merge(second);
            assert_eq!(told(&whole), []);
            let apps = whole.surfaces.get(SurfaceId::Apps).unwrap();
            assert_eq!(apps.state, SurfaceState::Read { records: 2 });
        }
        let mut whole = partial("backup");
        whole.merge(partial("other"));
        assert_eq!(told(&whole).len(), 2);
    }

    #[test]
    fn the_zone_of_one_piece_of_evidence_settles_the_times_of_another() {
        use crate::snapshot::{Covered, Moment, Occurrence, OccurrenceKind};
        let on_the_phone: Moment = "2026-07-01T10:15:00".parse().unwrap();
        let mut dump = phone("dump", "x", Vec::new());
        dump.history.push(Occurrence {
            at: on_the_phone,
            what: OccurrenceKind::AppInstalled,
            subject: "com.example.x".to_owned(),
            user: None,
            value: None,
            provenance: at("dump", "line 1"),
        });
        let covered = Covered {
            first: on_the_phone,
            last: on_the_phone,
            input: "dump".to_owned(),
        };
        dump.surfaces.cover(SurfaceId::History, covered);
        let mut list = phone("list", "x", Vec::new());
        let zone = "Europe/London".to_owned();
        list.device.zone = Some(Observed::new(zone, at("list", "line 2")));
        dump.merge(list);
        dump.settle_times();
        assert_eq!(dump.history[0].at.to_string(), "2026-07-01T09:15:00Z");
        let history = dump.surfaces.get(SurfaceId::History).unwrap();
        assert_eq!(history.covered[0].first.to_string(), "2026-07-01T09:15:00Z");
    }
}
