# Draft translation, needs a human reader. Punjabi (Gurmukhi): made from en-GB of 2026-11-23.

rescan-same = ਰਿਕਾਰਡ ਤੋਂ ਉਹੀ ਰਿਪੋਰਟ ਬਣਦੀ ਹੈ ਜੋ ਪਹਿਲਾਂ ਬਣੀ ਸੀ।
rescan-says-the-same = ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ ਉਹੀ ਹਨ ਜੋ ਰਿਕਾਰਡ ਦੇ ਨਾਲ ਵਾਲੀ ਰਿਪੋਰਟ ਵਿੱਚ ਹਨ।
rescan-program = ਪ੍ਰੋਗਰਾਮ: ਪਹਿਲਾਂ { $earlier }, ਹੁਣ { $later }।
rescan-signatures = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ: ਪਹਿਲਾਂ { $earlier }, ਹੁਣ { $later }।
rescan-language = ਭਾਸ਼ਾ: ਪਹਿਲਾਂ { $earlier }, ਹੁਣ { $later }।
rescan-edition = ਕਾਪੀ ਕਿਸ ਲਈ: ਪਹਿਲਾਂ { $earlier }, ਹੁਣ { $later }।
rescan-only-later = ਨਵੀਂ: { $outcome }, { $name }।
rescan-only-earlier = ਹੁਣ ਜ਼ਿਕਰ ਨਹੀਂ: { $outcome }, { $name }। ਇਹ ਅਜੇ ਵੀ ਫ਼ੋਨ ਉੱਤੇ ਹੋ ਸਕਦੀ ਹੈ।
rescan-outcome = { $name }: ਪਹਿਲਾਂ “{ $earlier }” ਸੀ। ਹੁਣ “{ $later }” ਹੈ।
rescan-family = { $name }: ਪਹਿਲਾਂ ਇਸ ਨੂੰ { $earlier } ਕਿਹਾ ਗਿਆ ਸੀ। ਹੁਣ ਇਸ ਨੂੰ { $later } ਕਿਹਾ ਗਿਆ ਹੈ।
rescan-no-family = ਕੋਈ ਪਰਿਵਾਰ ਨਹੀਂ
rescan-reasons = { $name }: ਨਵੇਂ ਕਾਰਨ { $added }, ਹੁਣ ਨਾ ਰਹੇ ਕਾਰਨ { $gone }।
rescan-surface = { $surface }: ਪਹਿਲਾਂ “{ $earlier }” ਸੀ। ਹੁਣ “{ $later }” ਹੈ।
rescan-surface-records = { $surface }: ਹੋਰ ਰਿਕਾਰਡ ਪੜ੍ਹੇ ਗਏ ਜਾਂ ਛੱਡੇ ਗਏ।
rescan-surface-missing = ਉੱਥੇ ਨਹੀਂ

compare-other-phone = ਹੋ ਸਕਦਾ ਹੈ ਕਿ ਇਹ ਦੋਵੇਂ ਜਾਂਚਾਂ ਇੱਕੋ ਫ਼ੋਨ ਦੀਆਂ ਨਾ ਹੋਣ
compare-device-platform = ਸਿਸਟਮ: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-device-make = ਬਣਾਉਣ ਵਾਲਾ: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-device-model = ਮਾਡਲ: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-device-serial = ਸੀਰੀਅਲ ਨੰਬਰ: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-device-imei = IMEI: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-added = ਨਵੀਆਂ ਐਪਾਂ
compare-added-app = { $app }: { $state }।
compare-removed = ਐਪਾਂ ਜੋ ਹੁਣ ਨਹੀਂ ਹਨ
compare-removed-app = { $app }: ਪਹਿਲਾਂ “{ $state }” ਸੀ।
compare-state = ਐਪਾਂ ਜਿਹਨਾਂ ਦੀ ਹਾਲਤ ਬਦਲ ਗਈ
compare-signers = ਐਪਾਂ ਜਿਹਨਾਂ ਦਾ ਦਸਤਖਤਕਰਤਾ ਬਦਲ ਗਿਆ
compare-resigned = { $app }: ਇਸ ਉੱਤੇ ਕਿਸੇ ਹੋਰ ਦੇ ਦਸਤਖਤ ਹਨ। ਹੋ ਸਕਦਾ ਹੈ ਕਿ ਐਪ ਬਦਲ ਦਿੱਤੀ ਗਈ ਹੋਵੇ।
compare-rotated = { $app }: ਬਣਾਉਣ ਵਾਲੇ ਨੇ ਕੁੰਜੀ ਬਦਲੀ, ਅਤੇ ਪੁਰਾਣੀ ਕੁੰਜੀ ਇਸ ਦੀ ਪੁਸ਼ਟੀ ਕਰਦੀ ਹੈ।
compare-powers-on = ਨਵੇਂ ਅਧਿਕਾਰ
compare-power-on = { $app }: { $power }
compare-granted = ਨਵੀਆਂ ਇਜਾਜ਼ਤਾਂ
compare-granted-app = { $app }: { $permissions }।
compare-enabled = ਐਪਾਂ ਜੋ ਚਾਲੂ ਜਾਂ ਬੰਦ ਕੀਤੀਆਂ ਗਈਆਂ
compare-switched-on = { $app }: ਚਾਲੂ ਕੀਤੀ ਗਈ।
compare-switched-off = { $app }: ਬੰਦ ਕੀਤੀ ਗਈ।
compare-installer = ਐਪਾਂ ਜੋ ਕਿਸੇ ਹੋਰ ਐਪ ਨੇ ਸਥਾਪਤ ਕੀਤੀਆਂ
compare-profiles = ਸੰਰੂਪਣ ਪ੍ਰੋਫਾਈਲ
compare-profile-added = { $profile }: ਨਵਾਂ ਹੈ।
compare-profile-removed = { $profile }: ਹੁਣ ਨਹੀਂ ਹੈ।
compare-profile-changed = { $profile }: ਇਸ ਦੀ ਸਮੱਗਰੀ ਬਦਲ ਗਈ ਹੈ।
compare-powers-off = ਅਧਿਕਾਰ ਜੋ ਹੁਣ ਨਹੀਂ ਹਨ
compare-power-off = { $app }: { $power }
compare-updated = ਐਪਾਂ ਜਿਹਨਾਂ ਦਾ ਵਰਜਨ ਬਦਲ ਗਿਆ
compare-settings = ਸੈਟਿੰਗਾਂ
compare-setting-absent = ਸੈੱਟ ਨਹੀਂ
compare-app-from-to = { $app }: ਪਹਿਲਾਂ { $earlier }, ਫਿਰ { $later }।
compare-app-of-user = { $app }, ਵਰਤੋਂਕਾਰ { $user }
compare-not-certain = ਦੂਜੀ ਜਾਂਚ ਨੇ ਸਭ ਕੁਝ ਨਹੀਂ ਪੜ੍ਹਿਆ, ਇਸ ਲਈ ਹੋ ਸਕਦਾ ਹੈ ਕਿ ਉੱਥੇ ਵੀ ਇਹੀ ਹੋਵੇ।
compare-not-compared = ਤੁਲਨਾ ਨਹੀਂ ਹੋਈ
compare-both = ਦੋਵੇਂ ਜਾਂਚਾਂ:
compare-earlier = ਪਹਿਲੀ ਜਾਂਚ:
compare-later = ਬਾਅਦ ਦੀ ਜਾਂਚ:
compare-partly = { $count ->
    [one] { $count } ਰਿਕਾਰਡ ਪੜ੍ਹਿਆ ਨਹੀਂ ਜਾ ਸਕਿਆ।
   *[other] { $count } ਰਿਕਾਰਡ ਪੜ੍ਹੇ ਨਹੀਂ ਜਾ ਸਕੇ।
}
compare-not-asked = ਇਸ ਨੂੰ ਨਹੀਂ ਦੇਖਿਆ ਗਿਆ।
compare-signers-not-compared = { $app }: ਦੋਵੇਂ ਜਾਂਚਾਂ ਨਹੀਂ ਦੱਸਦੀਆਂ ਕਿ ਇਸ ਉੱਤੇ ਕਿਸ ਦੇ ਦਸਤਖਤ ਹਨ।
compare-settings-not-compared = ਸੈਟਿੰਗਾਂ “{ $namespace }”: ਇਹ ਸਿਰਫ਼ ਇੱਕ ਜਾਂਚ ਵਿੱਚ ਹਨ।
compare-checks = ਪਹਿਲੀ ਜਾਂਚ: { $earlier }। ਬਾਅਦ ਦੀ ਜਾਂਚ: { $later }।
compare-nothing = ਜੋ ਦੋਵਾਂ ਜਾਂਚਾਂ ਨੇ ਪੜ੍ਹਿਆ, ਉਸ ਵਿੱਚ ਕੋਈ ਫ਼ਰਕ ਨਹੀਂ ਮਿਲਿਆ। ਇਹ ਜਾਂਚਾਂ ਸਭ ਕੁਝ ਨਹੀਂ ਦੇਖ ਸਕਦੀਆਂ।
compare-more = { $count ->
    [one] { $count } ਹੋਰ --json ਦੇ ਨਤੀਜੇ ਵਿੱਚ ਹੈ।
   *[other] { $count } ਹੋਰ --json ਦੇ ਨਤੀਜੇ ਵਿੱਚ ਹਨ।
}

rescan-difference = ਰਿਕਾਰਡ ਦੇ ਨਾਲ ਵਾਲੀ ਰਿਪੋਰਟ ਨਾਲ ਤੁਲਨਾ
rescan-no-report = ਰਿਕਾਰਡ ਦੇ ਨਾਲ ਕੋਈ ਰਿਪੋਰਟ ਨਹੀਂ ਹੈ।
rescan-other-report = ਰਿਕਾਰਡ ਦੇ ਨਾਲ ਵਾਲੀ ਰਿਪੋਰਟ ਕਿਸੇ ਹੋਰ ਰਿਕਾਰਡ ਦੀ ਹੈ। ਉਸ ਨਾਲ ਤੁਲਨਾ ਨਹੀਂ ਹੋਈ।
rescan-unreadable-report = ਰਿਕਾਰਡ ਦੇ ਨਾਲ ਵਾਲੀ ਰਿਪੋਰਟ ਪੜ੍ਹੀ ਨਹੀਂ ਜਾ ਸਕੀ। ਉਸ ਨਾਲ ਤੁਲਨਾ ਨਹੀਂ ਹੋਈ।

record-failure = ਸਬੂਤਾਂ ਦਾ ਰਿਕਾਰਡ ਵਰਤਿਆ ਨਹੀਂ ਜਾ ਸਕਦਾ।
record-remedy = ਜਿੱਥੇ ਇਹ ਬਣਾਇਆ ਗਿਆ ਸੀ, ਉੱਥੋਂ ਇਸ ਨੂੰ ਦੁਬਾਰਾ ਕਾਪੀ ਕਰੋ। ਇਹ ਵਾਲਾ ਵੀ ਆਪਣੇ ਕੋਲ ਰੱਖੋ।
record-failure-none = ਇਸ ਵਿੱਚ ਸਬੂਤਾਂ ਦਾ ਕੋਈ ਰਿਕਾਰਡ ਨਹੀਂ ਹੈ।
record-remedy-none = ਰਿਕਾਰਡ ਸਿਰਫ਼ ਉੱਥੇ ਰੱਖਿਆ ਜਾਂਦਾ ਹੈ ਜਿੱਥੇ ਵਿਅਕਤੀ ਇਸ ਲਈ ਸਹਿਮਤ ਹੋਇਆ ਹੋਵੇ। ਫ਼ੋਨ ਦੀ ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ।
record-failure-changed = ਇਹ ਪੈਕੇਜ ਬਦਲਿਆ ਗਿਆ ਹੈ, ਜਾਂ ਉਸ ਤਰ੍ਹਾਂ ਨਹੀਂ ਹੈ ਜਿਵੇਂ Rushlight ਨੇ ਲਿਖਿਆ ਸੀ।
record-remedy-changed = “rushlight verify” ਦੱਸਦਾ ਹੈ ਕਿ ਕੀ ਸਹੀ ਨਹੀਂ। ਇਸ ਪੈਕੇਜ ਉੱਤੇ ਭਰੋਸਾ ਨਾ ਕਰੋ।
