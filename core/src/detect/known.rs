//! Known apps: what an honest job needs. A power that the job needs is not a reason to look at the app.

use crate::signatures::KnownAppRole;
use crate::snapshot::PowerKind;

/// The powers that this job needs, and whether it needs many permissions.
pub(super) fn needs(role: KnownAppRole, power: PowerKind) -> bool {
    use PowerKind as P;
    match role {
        KnownAppRole::ScreenReader => matches!(
            power,
            P::Accessibility | P::NotificationListener | P::Overlay | P::UsageAccess
        ),
        KnownAppRole::PasswordManager => matches!(power, P::Accessibility | P::Overlay),
        KnownAppRole::Launcher => matches!(
            power,
            P::Accessibility
                | P::DeviceAdmin
                | P::NotificationListener
                | P::UsageAccess
                | P::Overlay
        ),
        KnownAppRole::WatchCompanion => matches!(
            power,
            P::NotificationListener
                | P::BatteryExempt
                | P::CallScreeningRole
                | P::Overlay
                | P::Accessibility
        ),
        KnownAppRole::Messenger => matches!(
            power,
            P::SmsRole
                | P::DialerRole
                | P::CallScreeningRole
                | P::Overlay
                | P::BatteryExempt
                | P::NotificationListener
        ),
        KnownAppRole::Browser => matches!(power, P::AssistantRole | P::InstallApps | P::Overlay),
        KnownAppRole::Keyboard => matches!(power, P::Keyboard | P::Overlay),
        KnownAppRole::DeviceFinder => matches!(
            power,
            P::DeviceAdmin | P::Overlay | P::BatteryExempt | P::NotificationListener
        ),
        KnownAppRole::DeviceManager => matches!(
            power,
            P::DeviceAdmin
                | P::DeviceOwner
                | P::ProfileOwner
                | P::UsageAccess
                | P::Overlay
                | P::BatteryExempt
                | P::InstallApps
                | P::NotificationListener
        ),
        KnownAppRole::Backup => matches!(
            power,
            P::AllFiles | P::SmsRole | P::UsageAccess | P::NotificationListener | P::BatteryExempt
        ),
        KnownAppRole::Automation => matches!(
            power,
            P::Accessibility
                | P::DeviceAdmin
                | P::NotificationListener
                | P::UsageAccess
                | P::Overlay
                | P::BatteryExempt
                | P::AllFiles
                | P::InstallApps
        ),
        KnownAppRole::Mail => matches!(power, P::DeviceAdmin | P::BatteryExempt),
        KnownAppRole::Vpn => matches!(power, P::Vpn | P::BatteryExempt | P::Accessibility),
        KnownAppRole::Store => matches!(power, P::InstallApps | P::UsageAccess | P::BatteryExempt),
        KnownAppRole::SystemInstaller => matches!(power, P::InstallApps),
        KnownAppRole::Other => false,
    }
}

/// Whether this job needs many kinds of private things.
pub(super) fn needs_permissions(role: KnownAppRole) -> bool {
    match role {
        KnownAppRole::Messenger
        | KnownAppRole::WatchCompanion
        | KnownAppRole::Browser
        | KnownAppRole::DeviceFinder
        | KnownAppRole::DeviceManager
        | KnownAppRole::Backup
        | KnownAppRole::Automation
        | KnownAppRole::Mail
        | KnownAppRole::Launcher
        | KnownAppRole::Other => true,
        KnownAppRole::Store
        | KnownAppRole::SystemInstaller
        | KnownAppRole::ScreenReader
        | KnownAppRole::PasswordManager
        | KnownAppRole::Keyboard
        | KnownAppRole::Vpn => false,
    }
}
