//! Well-known apps and what people usually grant them. Names as in the stores; the permissions are what each
//! kind of app asks for, not a record of any one version.

use rushlight_core::snapshot::PowerKind;

/// What an app is for, and so what it is usually granted.
#[derive(Clone, Copy)]
pub(crate) enum For {
    /// Calls, messages, pictures.
    Messages,
    /// Pictures, short films, friends.
    Social,
    /// Getting there.
    Maps,
    /// Money.
    Bank,
    /// Music, films, news, games.
    Leisure,
    /// Shops, tickets, food.
    Shops,
    /// Sport and sleep.
    Health,
    /// Documents, mail, pictures.
    Files,
    /// Doorbells, cameras, lights.
    Home,
}

impl For {
    /// Permissions that a person may grant it.
    pub(crate) fn permissions(self) -> &'static [&'static str] {
        match self {
            Self::Messages => &[
                "android.permission.RECORD_AUDIO",
                "android.permission.CAMERA",
                "android.permission.READ_CONTACTS",
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.READ_PHONE_STATE",
                "android.permission.READ_EXTERNAL_STORAGE",
                "android.permission.READ_CALL_LOG",
            ],
            Self::Social => &[
                "android.permission.RECORD_AUDIO",
                "android.permission.CAMERA",
                "android.permission.READ_CONTACTS",
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.READ_EXTERNAL_STORAGE",
            ],
            Self::Maps => &[
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.ACCESS_BACKGROUND_LOCATION",
                "android.permission.READ_CONTACTS",
                "android.permission.RECORD_AUDIO",
            ],
            Self::Bank => &[
                "android.permission.CAMERA",
                "android.permission.READ_PHONE_STATE",
                "android.permission.ACCESS_FINE_LOCATION",
            ],
            Self::Leisure => &["android.permission.READ_PHONE_STATE"],
            Self::Shops => &[
                "android.permission.CAMERA",
                "android.permission.ACCESS_FINE_LOCATION",
            ],
            Self::Health => &[
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.ACCESS_BACKGROUND_LOCATION",
                "android.permission.BODY_SENSORS",
                "android.permission.READ_CALENDAR",
            ],
            Self::Files => &[
                "android.permission.CAMERA",
                "android.permission.READ_CONTACTS",
                "android.permission.READ_CALENDAR",
                "android.permission.READ_EXTERNAL_STORAGE",
            ],
            Self::Home => &[
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.ACCESS_BACKGROUND_LOCATION",
                "android.permission.RECORD_AUDIO",
                "android.permission.CAMERA",
            ],
        }
    }

    /// A power that some people give it.
    pub(crate) fn power(self) -> Option<PowerKind> {
        match self {
            Self::Messages | Self::Home | Self::Health => Some(PowerKind::BatteryExempt),
            Self::Social => Some(PowerKind::Overlay),
            Self::Files => Some(PowerKind::AllFiles),
            Self::Maps | Self::Bank | Self::Leisure | Self::Shops => None,
        }
    }
}

/// Package, label, purpose.
pub(crate) const APPS: [(&str, &str, For); 104] = [
    ("com.whatsapp", "WhatsApp", For::Messages),
    ("org.thoughtcrime.securesms", "Signal", For::Messages),
    ("org.telegram.messenger", "Telegram", For::Messages),
    ("com.facebook.orca", "Messenger", For::Messages),
    ("com.viber.voip", "Viber", For::Messages),
    ("com.skype.raider", "Skype", For::Messages),
    ("us.zoom.videomeetings", "Zoom", For::Messages),
    ("com.microsoft.teams", "Teams", For::Messages),
    ("com.discord", "Discord", For::Messages),
    ("com.Slack", "Slack", For::Messages),
    ("im.vector.app", "Element", For::Messages),
    ("ch.threema.app", "Threema", For::Messages),
    ("jp.naver.line.android", "LINE", For::Messages),
    ("com.imo.android.imoim", "imo", For::Messages),
    ("com.truecaller", "Truecaller", For::Messages),
    (
        "com.google.android.apps.tachyon",
        "Google Meet",
        For::Messages,
    ),
    ("com.facebook.katana", "Facebook", For::Social),
    ("com.instagram.android", "Instagram", For::Social),
    ("com.instagram.barcelona", "Threads", For::Social),
    ("com.snapchat.android", "Snapchat", For::Social),
    ("com.zhiliaoapp.musically", "TikTok", For::Social),
    ("com.twitter.android", "X", For::Social),
    ("com.reddit.frontpage", "Reddit", For::Social),
    ("com.pinterest", "Pinterest", For::Social),
    ("com.linkedin.android", "LinkedIn", For::Social),
    ("com.tinder", "Tinder", For::Social),
    ("com.bumble.app", "Bumble", For::Social),
    ("co.hinge.app", "Hinge", For::Social),
    ("com.nextdoor", "Nextdoor", For::Social),
    ("tv.twitch.android.app", "Twitch", For::Social),
    ("com.google.android.apps.maps", "Maps", For::Maps),
    ("com.waze", "Waze", For::Maps),
    ("com.citymapper.app.release", "Citymapper", For::Maps),
    ("com.ubercab", "Uber", For::Maps),
    ("ee.mtakso.client", "Bolt", For::Maps),
    ("com.thetrainline", "Trainline", For::Maps),
    ("net.osmand", "OsmAnd", For::Maps),
    ("com.what3words.android", "what3words", For::Maps),
    ("com.paypal.android.p2pmobile", "PayPal", For::Bank),
    ("com.revolut.revolut", "Revolut", For::Bank),
    ("co.uk.getmondo", "Monzo", For::Bank),
    ("com.starlingbank.android", "Starling", For::Bank),
    (
        "com.barclays.android.barclaysmobilebanking",
        "Barclays",
        For::Bank,
    ),
    ("uk.co.hsbc.hsbcukmobilebanking", "HSBC UK", For::Bank),
    (
        "com.grppl.android.shell.CMBlloydsTSB73",
        "Lloyds",
        For::Bank,
    ),
    ("com.rbs.mobile.android.natwest", "NatWest", For::Bank),
    ("co.uk.Nationwide.Mobile", "Nationwide", For::Bank),
    ("uk.co.santander.santanderUK", "Santander", For::Bank),
    ("com.transferwise.android", "Wise", For::Bank),
    ("com.google.android.apps.walletnfcrel", "Wallet", For::Bank),
    ("com.spotify.music", "Spotify", For::Leisure),
    ("com.netflix.mediaclient", "Netflix", For::Leisure),
    ("com.google.android.youtube", "YouTube", For::Leisure),
    ("com.disney.disneyplus", "Disney+", For::Leisure),
    (
        "com.amazon.avod.thirdpartyclient",
        "Prime Video",
        For::Leisure,
    ),
    ("bbc.iplayer.android", "BBC iPlayer", For::Leisure),
    ("com.bbc.sounds", "BBC Sounds", For::Leisure),
    ("bbc.mobile.news.uk", "BBC News", For::Leisure),
    ("com.guardian", "The Guardian", For::Leisure),
    ("com.shazam.android", "Shazam", For::Leisure),
    ("com.audible.application", "Audible", For::Leisure),
    ("com.amazon.kindle", "Kindle", For::Leisure),
    ("com.duolingo", "Duolingo", For::Leisure),
    ("com.king.candycrushsaga", "Candy Crush Saga", For::Leisure),
    ("com.supercell.clashofclans", "Clash of Clans", For::Leisure),
    ("com.mojang.minecraftpe", "Minecraft", For::Leisure),
    ("com.roblox.client", "Roblox", For::Leisure),
    ("com.nianticlabs.pokemongo", "Pokemon GO", For::Maps),
    ("com.innersloth.spacemafia", "Among Us", For::Leisure),
    ("org.videolan.vlc", "VLC", For::Leisure),
    ("org.mozilla.firefox", "Firefox", For::Social),
    ("com.android.chrome", "Chrome", For::Social),
    ("com.opera.browser", "Opera", For::Shops),
    ("com.duckduckgo.mobile.android", "DuckDuckGo", For::Shops),
    ("com.brave.browser", "Brave", For::Shops),
    ("com.amazon.mShop.android.shopping", "Amazon", For::Shops),
    ("com.ebay.mobile", "eBay", For::Shops),
    ("fr.vinted", "Vinted", For::Shops),
    ("com.etsy.android", "Etsy", For::Shops),
    ("com.einnovation.temu", "Temu", For::Shops),
    ("com.zzkko", "SHEIN", For::Shops),
    ("com.tesco.grocery.view", "Tesco", For::Shops),
    ("com.lidl.eci.lidlplus", "Lidl Plus", For::Shops),
    ("com.deliveroo.orderapp", "Deliveroo", For::Shops),
    ("com.justeat.app.uk", "Just Eat", For::Shops),
    ("com.mcdonalds.app.uk", "McDonald's", For::Shops),
    ("com.booking", "Booking.com", For::Shops),
    ("com.airbnb.android", "Airbnb", For::Shops),
    ("com.strava", "Strava", For::Health),
    ("com.fitbit.FitbitMobile", "Fitbit", For::Health),
    ("com.myfitnesspal.android", "MyFitnessPal", For::Health),
    ("com.nhs.online.nhsonline", "NHS App", For::Bank),
    ("com.calm.android", "Calm", For::Leisure),
    ("com.flo.health", "Flo", For::Health),
    ("com.dropbox.android", "Dropbox", For::Files),
    ("com.google.android.apps.docs", "Drive", For::Files),
    ("com.google.android.apps.photos", "Photos", For::Files),
    ("com.google.android.gm", "Gmail", For::Files),
    ("com.microsoft.office.outlook", "Outlook", For::Files),
    ("com.adobe.reader", "Acrobat Reader", For::Files),
    ("com.ringapp", "Ring", For::Home),
    (
        "com.google.android.apps.chromecast.app",
        "Google Home",
        For::Home,
    ),
    ("com.amazon.dee.app", "Alexa", For::Home),
    ("com.tuya.smart", "Smart Life", For::Home),
];
