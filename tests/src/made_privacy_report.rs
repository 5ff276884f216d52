//! App Privacy Reports made for tests: one JSON object on each line. The same calls give the same bytes.
//!
//! ```ignore
//! let report = MadePrivacyReport::default()
//!     .used("com.example.x", "microphone", "2026-11-02T02:15:00.000+00:00", Some("2026-11-02T02:25:00.000+00:00"))
//!     .contacted("com.example.x", "made.example", "2026-11-02T02:15:00.000+00:00", 3)
//!     .text();
//! ```
//!
//! Needs nothing of Rushlight, so that core's own tests can include this file too.

use std::fmt::Write as _;

/// A report in the making.
#[derive(Debug, Clone, Default)]
pub struct MadePrivacyReport {
    lines: String,
    intervals: u32,
}

impl MadePrivacyReport {
    /// Adds an access with its beginning and, where there is one, its end.
    #[must_use]
    pub fn used(mut self, app: &str, category: &str, begin: &str, end: Option<&str>) -> Self {
        self.intervals += 1;
        let identifier = format!("00000000-0000-4000-8000-{:012X}", self.intervals);
        let begun = access(app, category, &identifier, "intervalBegin", begin);
        let ended = end.map(|end| access(app, category, &identifier, "intervalEnd", end));
        for line in [begun].into_iter().chain(ended) {
            self = self.line(&line);
        }
        self
    }

    /// Adds a host that an app contacted so often.
    #[must_use]
    pub fn contacted(self, app: &str, host: &str, at: &str, hits: u64) -> Self {
        self.line(&format!(
            r#"{{"timeStamp":"{at}","initiatedType":"AppInitiated","context":"","domain":"{host}","contextVerificationType":0,"type":"networkActivity","domainType":2,"firstTimeStamp":"{at}","bundleID":"{app}","domainOwner":"","hits":{hits},"domainClassification":1}}"#
        ))
    }

    /// Adds a line as it is.
    #[must_use]
    pub fn line(mut self, line: &str) -> Self {
        self.lines.push_str(line);
        self.lines.push('\n');
        self
    }

    /// The report.
    #[must_use]
    pub fn text(self) -> String {
        self.lines
    }

    /// A report with so many lines, as a busy week has them: one line in six is an access of 40 apps, the others
    /// are 900 hosts.
    #[must_use]
    pub fn large(lines: u32) -> Self {
        let mut report = Self::default();
        let mut written = 0;
        let mut number = 0u32;
        while written < lines {
            let at = time(number, 0);
            let app = format!("com.example.app{:02}", number % 40);
            report = if number.is_multiple_of(11) && written + 2 <= lines {
                let category = ["location", "camera", "microphone", "photos", "contacts"]
                    .get(number as usize % 5)
                    .copied()
                    .unwrap_or("location");
                written += 2;
                report.used(&app, category, &at, Some(&time(number, 30)))
            } else {
                written += 1;
                let mut host = String::new();
                let _ = write!(host, "host{}.made.example", number % 900);
                report.contacted(&app, &host, &at, u64::from(number % 7) + 1)
            };
            number += 1;
        }
        report
    }
}

fn access(app: &str, category: &str, identifier: &str, kind: &str, at: &str) -> String {
    format!(
        r#"{{"accessor":{{"identifier":"{app}","identifierType":"bundleID"}},"category":"{category}","identifier":"{identifier}","kind":"{kind}","timeStamp":"{at}","type":"access"}}"#
    )
}

/// One minute after the other, in a week that begins on 2 November 2026, on a clock one hour ahead of UTC.
fn time(minute: u32, second: u32) -> String {
    let (day, hour) = (2 + minute / 1_440 % 7, minute / 60 % 24);
    let minute = minute % 60;
    format!("2026-11-{day:02}T{hour:02}:{minute:02}:{second:02}.250+01:00")
}
