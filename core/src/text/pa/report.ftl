# Draft translation, needs a human reader. Punjabi: made from en-GB of 2026-11-22.

report-title = ਫ਼ੋਨ ਦੀ ਜਾਂਚ: ਮੁੱਢਲੀ ਜਾਂਚ ਦੀ ਰਿਪੋਰਟ
report-footer = ਰਿਪੋਰਟ { $id }
report-page = ਪੰਨਾ { $page }, ਕੁੱਲ { $pages }
language-draft = ਇਹ ਲਿਖਤ ਅਨੁਵਾਦ ਦਾ ਖਰੜਾ ਹੈ, ਅਤੇ ਲੋੜ ਹੈ ਕਿ ਕੋਈ ਇਨਸਾਨ ਇਸ ਨੂੰ ਪੜ੍ਹ ਕੇ ਜਾਂਚੇ। ਜਿੱਥੇ ਫ਼ਰਕ ਹੋਵੇ, ਉੱਥੇ ਅੰਗਰੇਜ਼ੀ ਲਿਖਤ ਮੰਨੀ ਜਾਵੇਗੀ।

## The three outcome words, and no others.

outcome-match = ਸੂਚੀ ਨਾਲ ਮੇਲ
outcome-worth-a-look = ਧਿਆਨ ਦੇਣ ਯੋਗ
outcome-not-checked = ਜਾਂਚ ਨਹੀਂ ਹੋਈ
outcome-match-meaning = ਇੱਕ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀ ਵਿੱਚ ਹੈ।
outcome-worth-a-look-meaning = ਅਕਸਰ ਇਸ ਵਿੱਚ ਕੋਈ ਨੁਕਸਾਨ ਨਹੀਂ ਹੁੰਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਕਾਰਨ ਪੜ੍ਹੋ।
outcome-not-checked-meaning = ਪੜ੍ਹਿਆ ਨਹੀਂ ਜਾ ਸਕਿਆ। ਕਾਰਨ ਰਿਪੋਰਟ ਵਿੱਚ ਹੈ।

## Page one.

page-one-what = ਇਹ ਮੁੱਢਲੀ ਜਾਂਚ ਦੀ ਰਿਪੋਰਟ ਹੈ। ਇਹ ਫੋਰੈਂਸਿਕ ਜਾਂਚ ਨਹੀਂ ਹੈ।
page-one-method = ਇੱਕ ਪ੍ਰੋਗਰਾਮ ਨੇ ਇਸ ਫ਼ੋਨ ਤੋਂ ਉਹ ਪੜ੍ਹਿਆ ਜੋ ਪੜ੍ਹਿਆ ਜਾ ਸਕਿਆ। ਫਿਰ ਉਸ ਦੀ ਤੁਲਨਾ ਟ੍ਰੈਕਿੰਗ ਸਾਫਟਵੇਅਰ ਦੀਆਂ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀਆਂ ਨਾਲ ਕੀਤੀ।
page-one-counts = ਨਤੀਜੇ
summary-found = { $matches ->
    [0] ਇਸ ਜਾਂਚ ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀਆਂ ਨਾਲ ਕੋਈ ਮੇਲ ਨਹੀਂ ਮਿਲਿਆ।
    [one] ਇਸ ਜਾਂਚ ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀਆਂ ਨਾਲ { $matches } ਮੇਲ ਮਿਲਿਆ।
   *[other] ਇਸ ਜਾਂਚ ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀਆਂ ਨਾਲ { $matches } ਮੇਲ ਮਿਲੇ।
}
summary-looks = { $looks ->
    [one] ਇਸ ਨੂੰ { $looks } ਚੀਜ਼ ਮਿਲੀ ਜੋ ਧਿਆਨ ਦੇਣ ਯੋਗ ਹੈ।
   *[other] ਇਸ ਨੂੰ { $looks } ਚੀਜ਼ਾਂ ਮਿਲੀਆਂ ਜੋ ਧਿਆਨ ਦੇਣ ਯੋਗ ਹਨ।
}
summary-nothing = ਇਸ ਜਾਂਚ ਨੂੰ ਆਪਣੀ ਸੂਚੀ ਦੀ ਕੋਈ ਐਪ ਜਾਂ ਪ੍ਰੋਫਾਈਲ ਨਹੀਂ ਮਿਲਿਆ ({ $indicators } ਸੰਕੇਤ, ਤਾਰੀਖ { $date })।
summary-nothing-incomplete = ਕੁਝ ਚੀਜ਼ਾਂ ਪੜ੍ਹੀਆਂ ਨਹੀਂ ਜਾ ਸਕੀਆਂ, ਇਸ ਲਈ ਇਹ ਜਵਾਬ ਪੂਰਾ ਨਹੀਂ ਹੈ।
summary-not-checked = { $count ->
    [one] { $count } ਚੀਜ਼ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋਈ। ਰਿਪੋਰਟ ਦੱਸਦੀ ਹੈ ਕਿ ਕਿਹੜੀ ਅਤੇ ਕਿਉਂ।
   *[other] { $count } ਚੀਜ਼ਾਂ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋਈ। ਰਿਪੋਰਟ ਦੱਸਦੀ ਹੈ ਕਿ ਕਿਹੜੀਆਂ ਅਤੇ ਕਿਉਂ।
}
summary-cannot-see = ਇਹ ਜਾਂਚ ਸਭ ਕੁਝ ਨਹੀਂ ਦੇਖ ਸਕਦੀ।
summary-feeling = ਜੇ ਫਿਰ ਵੀ ਲੱਗਦਾ ਹੈ ਕਿ ਤੁਹਾਡੇ ਉੱਤੇ ਨਜ਼ਰ ਰੱਖੀ ਜਾ ਰਹੀ ਹੈ, ਤਾਂ ਉਸ ਅਹਿਸਾਸ ਉੱਤੇ ਭਰੋਸਾ ਕਰੋ। ਅਗਲੇ ਕਦਮ “ਮਦਦ” ਹੇਠਾਂ ਹਨ।
summary-next = ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਰਿਪੋਰਟ ਆਪਣੇ ਕੋਲ ਰੱਖੋ, ਅਤੇ ਅਜੇ ਫ਼ੋਨ ਵਿੱਚ ਕੁਝ ਨਾ ਬਦਲੋ। ਪਹਿਲਾਂ ਕਿਸੇ ਅਜਿਹੇ ਵਿਅਕਤੀ ਨਾਲ ਗੱਲ ਕਰੋ ਜਿਸ ਉੱਤੇ ਤੁਹਾਨੂੰ ਭਰੋਸਾ ਹੈ।
page-one-identity = ਇਹ ਜਾਂਚ

found-table = ਕੀ ਮਿਲਿਆ
column-found-number = ਨੰਬਰ
column-found-word = ਨਤੀਜਾ
column-found-subject = ਕਿੱਥੇ
column-found-family = ਸੂਚੀ ਵਿੱਚ ਨਾਂ
found-no-family = ਕਿਸੇ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ
found-more = { $count ->
    [one] { $count } ਹੋਰ “ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ” ਹੇਠਾਂ ਹੈ।
   *[other] { $count } ਹੋਰ “ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ” ਹੇਠਾਂ ਹਨ।
}

label-device = ਫ਼ੋਨ
label-stated-utc = ਰਿਪੋਰਟ ਦਾ ਸਮਾਂ (UTC)
label-stated-local = ਰਿਪੋਰਟ ਦਾ ਸਮਾਂ (ਫ਼ੋਨ ਦਾ ਸਮਾਂ ਖੇਤਰ)
label-report-id = ਰਿਪੋਰਟ ਨੰਬਰ
label-tool = ਪ੍ਰੋਗਰਾਮ
label-bundle = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ
label-bundle-sha256 = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ ਦਾ SHA-256
label-indicators = ਸੂਚੀ ਵਿੱਚ ਸੰਕੇਤ
indicators-value = { $loaded } ਪੜ੍ਹੇ ਗਏ, { $usable } ਵਰਤਣ ਯੋਗ, { $refused } ਰੱਦ ਕੀਤੇ ਗਏ
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }, ਬਣਨ ਦੀ ਤਾਰੀਖ { $date }, ਸਾਫਟਵੇਅਰ ਪਰਿਵਾਰ: { $families }
zone-unknown = ਫ਼ੋਨ ਦਾ ਸਮਾਂ ਖੇਤਰ ਪਤਾ ਨਹੀਂ ਹੈ।
unknown = ਪਤਾ ਨਹੀਂ
time-utc = { $date }, { $time } UTC
time-local = { $date }, { $time } ({ $zone }, { $offset })

who-heading = ਇਹ ਜਾਂਚ ਕਿਸ ਨੇ ਕੀਤੀ
label-officer = ਨਾਂ, ਨੰਬਰ ਅਤੇ ਅਹੁਦਾ
label-station = ਥਾਣਾ ਜਾਂ ਸੰਸਥਾ
label-reference = ਹਵਾਲਾ ਨੰਬਰ
label-place = ਥਾਂ
label-signature = ਦਸਤਖਤ ਅਤੇ ਤਾਰੀਖ

## Agreement and legal basis.

agreement-heading = ਸਹਿਮਤੀ ਅਤੇ ਕਾਨੂੰਨੀ ਆਧਾਰ
agreement-intro = ਇਹ ਹੱਥ ਨਾਲ ਭਰਿਆ ਜਾਵੇ। ਕਿਰਪਾ ਕਰਕੇ ਅੰਦਾਜ਼ਾ ਲਗਾਉਣ ਦੀ ਥਾਂ ਲਾਈਨ ਖਾਲੀ ਛੱਡ ਦਿਓ।
label-agreement-person = ਜਿਸ ਵਿਅਕਤੀ ਨੇ ਫ਼ੋਨ ਦਿੱਤਾ
label-agreement-notice = ਨੋਟਿਸ ਦਿੱਤਾ ਗਿਆ, ਅਤੇ ਕਿਵੇਂ
label-agreement-basis = ਕਾਨੂੰਨੀ ਆਧਾਰ
label-agreement-scope = ਵਿਅਕਤੀ ਕਿਸ ਗੱਲ ਲਈ ਸਹਿਮਤ ਹੋਇਆ
label-agreement-refused = ਵਿਅਕਤੀ ਨੇ ਕਿਸ ਗੱਲ ਤੋਂ ਨਾਂਹ ਕੀਤੀ
label-agreement-owner = ਫ਼ੋਨ ਕਿਸ ਦਾ ਹੈ ਅਤੇ ਇਸ ਦਾ ਖਰਚਾ ਕੌਣ ਦਿੰਦਾ ਹੈ
label-agreement-safety = ਫ਼ੋਨ ਪੜ੍ਹਨ ਤੋਂ ਪਹਿਲਾਂ ਕੀਤੀ ਸੁਰੱਖਿਆ ਜਾਂਚ
label-agreement-signature = ਵਿਅਕਤੀ ਦੇ ਦਸਤਖਤ ਅਤੇ ਤਾਰੀਖ

## The phone.

device-heading = ਫ਼ੋਨ
label-platform = ਸਿਸਟਮ
label-make = ਬਣਾਉਣ ਵਾਲਾ
label-model = ਮਾਡਲ
label-os-version = ਸਿਸਟਮ ਵਰਜਨ
label-api-level = API ਪੱਧਰ
label-security-patch = ਸੁਰੱਖਿਆ ਪੈਚਾਂ ਦੀ ਤਾਰੀਖ
label-build = ਬਿਲਡ
label-locale = ਭਾਸ਼ਾ
label-zone = ਸਮਾਂ ਖੇਤਰ
label-verified-boot = ਪ੍ਰਮਾਣਿਤ ਬੂਟ ਦੀ ਹਾਲਤ
label-acquired-with = ਕਿਸ ਨਾਲ ਪੜ੍ਹਿਆ ਗਿਆ
label-acquisition-id = ਪੜ੍ਹਨ ਦੀ ਇਸ ਕਾਰਵਾਈ ਦਾ ਨੰਬਰ
label-acquisition-started = ਪੜ੍ਹਨਾ ਸ਼ੁਰੂ ਹੋਇਆ
label-acquisition-completed = ਪੜ੍ਹਨਾ ਖਤਮ ਹੋਇਆ
label-device-time = ਫ਼ੋਨ ਦੀ ਘੜੀ
label-clock-drift = ਫ਼ੋਨ ਦੀ ਘੜੀ ਮਨਫ਼ੀ ਦੱਸਿਆ ਸਮਾਂ
clock-drift = { $seconds } ਸਕਿੰਟ
label-serial = ਸੀਰੀਅਲ ਨੰਬਰ ਜਾਂ IMEI (ਹੱਥ ਨਾਲ)
platform-android = Android
platform-ios = iOS
platform-unknown = ਪਤਾ ਨਹੀਂ
device-note = ਇਹ ਗੱਲਾਂ ਫ਼ੋਨ ਆਪਣੇ ਬਾਰੇ ਆਪ ਦੱਸਦਾ ਹੈ। ਬਦਲਿਆ ਹੋਇਆ ਸਿਸਟਮ ਕੁਝ ਹੋਰ ਦੱਸ ਸਕਦਾ ਹੈ।

## What was checked and what was not.

checked-heading = ਕਿਸ ਦੀ ਜਾਂਚ ਹੋਈ ਅਤੇ ਕਿਸ ਦੀ ਨਹੀਂ
checked-intro = ਜਾਂਚ ਸਿਰਫ਼ ਉਸ ਬਾਰੇ ਦੱਸ ਸਕਦੀ ਹੈ ਜੋ ਪੜ੍ਹਿਆ ਜਾ ਸਕਿਆ। ਜੋ ਨਹੀਂ ਪੜ੍ਹਿਆ ਗਿਆ, ਉਸ ਵਿੱਚ ਕੁਝ ਵੀ ਹੋ ਸਕਦਾ ਹੈ।
checked-table = ਕਿਸ ਦੀ ਜਾਂਚ ਹੋਈ
column-surface = ਕੀ
column-state = ਹਾਲਤ
column-records = ਰਿਕਾਰਡ
column-reason = ਮਤਲਬ, ਜਾਂ ਨਾ ਪੜ੍ਹੇ ਜਾਣ ਦਾ ਕਾਰਨ
state-read = ਪੜ੍ਹਿਆ ਗਿਆ
state-unavailable = ਜਾਂਚ ਨਹੀਂ ਹੋਈ
state-not_asked = ਮੰਗਿਆ ਨਹੀਂ ਗਿਆ
state-read-skipped = ਕੁਝ ਹਿੱਸਾ ਪੜ੍ਹਿਆ ਗਿਆ
skipped-heading = ਛੱਡੇ ਗਏ ਰਿਕਾਰਡ
skipped-none = ਜੋ ਪੜ੍ਹਿਆ ਗਿਆ, ਉਸ ਵਿੱਚੋਂ ਕੋਈ ਰਿਕਾਰਡ ਨਹੀਂ ਛੱਡਿਆ ਗਿਆ।
skipped-table = ਛੱਡੇ ਗਏ ਰਿਕਾਰਡ
skipped-more = { $count } ਹੋਰ ਛੱਡੇ ਗਏ ਅਤੇ ਇੱਥੇ ਦਰਜ ਨਹੀਂ ਹਨ।
column-record = ਰਿਕਾਰਡ
column-why = ਕਿਉਂ

## Findings.

findings-heading = ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ: ਸੂਚੀ ਨਾਲ ਮੇਲ
findings-none = ਇਸ ਜਾਂਚ ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਸੂਚੀਆਂ ਨਾਲ ਕੋਈ ਮੇਲ ਨਹੀਂ ਮਿਲਿਆ।
findings-advice-keep = ਕਿਰਪਾ ਕਰਕੇ ਅਜੇ ਕੁਝ ਨਾ ਹਟਾਓ, ਅਤੇ ਫ਼ੋਨ ਨੂੰ ਰੀਸੈੱਟ ਨਾ ਕਰੋ। ਸਬੂਤ ਸੰਭਾਲ ਕੇ ਰੱਖੋ, ਅਤੇ ਪਹਿਲਾਂ ਸੁਰੱਖਿਆ ਯੋਜਨਾ ਬਣਾਓ।
findings-advice-safety = ਨਜ਼ਰ ਰੱਖਣ ਵਾਲੇ ਵਿਅਕਤੀ ਨੂੰ ਤਬਦੀਲੀ ਦਾ ਪਤਾ ਲੱਗ ਸਕਦਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਕੁਝ ਬਦਲਣ ਤੋਂ ਪਹਿਲਾਂ ਕਿਸੇ ਸਹਾਇਤਾ ਸੰਸਥਾ ਨੂੰ ਪੁੱਛੋ।
findings-advice-officer = ਪੁਲਿਸ ਅਫ਼ਸਰ: ਸਕ੍ਰੀਨਾਂ ਦੀਆਂ ਫ਼ੋਟੋਆਂ ਲਓ, ਸਮਾਂ ਲਿਖੋ, ਅਤੇ ਹੋਰ ਡੀਵਾਈਸਾਂ ਅਤੇ ਬੱਚਿਆਂ ਬਾਰੇ ਪੁੱਛੋ।
findings-advice-risk = ਕਿਰਪਾ ਕਰਕੇ ਫ਼ੋਨ ਵਾਪਸ ਦੇਣ ਤੋਂ ਪਹਿਲਾਂ ਖਤਰੇ ਦਾ ਜਾਇਜ਼ਾ ਪੂਰਾ ਕਰੋ।
finding-title = { $id }: { $outcome }
label-subject-name = ਨਾਂ
label-subject-kind = ਕਿਸਮ
label-subject-id = ਪੂਰੀ ਪਛਾਣ
label-subject-state = ਹਾਲਤ
label-family = ਸਾਫਟਵੇਅਰ ਪਰਿਵਾਰ
label-category = ਸ਼੍ਰੇਣੀ
label-also = ਇਹੀ ਸੰਕੇਤ ਇਹਨਾਂ ਲਈ ਵੀ ਦਰਜ ਹੈ
subject-kind-app = ਐਪ
subject-kind-profile = ਸੰਰੂਪਣ ਪ੍ਰੋਫਾਈਲ
subject-kind-setting = ਸੈਟਿੰਗ
subject-kind-file = ਫ਼ਾਈਲ
subject-kind-domain = ਇੰਟਰਨੈੱਟ ਪਤਾ
subject-kind-device = ਫ਼ੋਨ
subject-state-installed = ਸਥਾਪਤ ਹੈ
subject-state-removed = ਪਹਿਲਾਂ ਸਥਾਪਤ ਸੀ, ਹੁਣ ਨਹੀਂ ਹੈ
subject-state-seen = ਸਿਰਫ਼ ਜ਼ਿਕਰ ਹੈ
subject-state-domain = ਸੰਪਰਕ ਹੋਇਆ, ਜਾਂ ਵਰਤਣ ਲਈ ਸੈੱਟ ਸੀ
subject-state-present = ਫ਼ੋਨ ਉੱਤੇ ਮੌਜੂਦ ਹੈ
part-harmless = ਇੱਕ ਨੁਕਸਾਨ-ਰਹਿਤ ਕਾਰਨ
part-can-do = ਇਹ ਕੀ ਕਰ ਸਕਦਾ ਹੈ
part-does-not-tell = ਇਸ ਤੋਂ ਕੀ ਪਤਾ ਨਹੀਂ ਲੱਗਦਾ
reasons-table = { $id } ਲਈ ਕੀ ਦੇਖਿਆ ਗਿਆ
column-observed = ਕੀ ਦੇਖਿਆ ਗਿਆ
column-where = ਕਿੱਥੇ
column-sign = ਸੂਚੀ ਦਾ ਸੰਕੇਤ
column-weight = ਮਹੱਤਤਾ ਅਤੇ ਸਰੋਤ
basis-power = ਐਪ ਕੋਲ ਇਹ ਅਧਿਕਾਰ ਹੈ: { $power }।
basis-declared = ਐਪ ਆਪਣੇ ਬਾਰੇ ਆਪ ਇਹ ਕਹਿੰਦੀ ਹੈ।
strength-identifying = ਇਕੱਲਾ ਹੀ ਕਾਫ਼ੀ ਹੈ
strength-supporting = ਕਿਸੇ ਹੋਰ ਨਾਲ ਮਿਲ ਕੇ ਗਿਣਿਆ ਜਾਂਦਾ ਹੈ
strength-context = ਸਿਰਫ਼ ਸਮਝਾਉਂਦਾ ਹੈ
weight-listed = { $strength }। ਸਰੋਤ: { $source }, ਪਹਿਲੀ ਵਾਰ ਦਰਜ { $date }।
weight-undated = { $strength }। ਸਰੋਤ: { $source }।
weight-none = { $strength }। ਕਿਸੇ ਸੂਚੀ ਤੋਂ ਨਹੀਂ।
statement-heading = ਵਿਅਕਤੀ ਇਸ ਬਾਰੇ ਕੀ ਕਹਿੰਦਾ ਹੈ
statement-question = ਕੀ ਤੁਸੀਂ ਇਸ ਨੂੰ ਆਪ ਲਗਾਇਆ ਸੀ?

## The inventory.

inventory-heading = ਅੰਤਿਕਾ: ਐਪਾਂ ਅਤੇ ਪ੍ਰੋਫਾਈਲ
inventory-intro = ਵਿਅਕਤੀ ਨੇ ਇਹ ਸੂਚੀ ਮੰਗੀ ਜਾਂ ਇਸ ਲਈ ਸਹਿਮਤੀ ਦਿੱਤੀ। ਇਸ ਸੂਚੀ ਵਿੱਚ ਹੋਣਾ ਕਿਸੇ ਐਪ ਬਾਰੇ ਕੁਝ ਨਹੀਂ ਦੱਸਦਾ।
inventory-apps = ਐਪਾਂ ({ $count })
inventory-profiles = ਪ੍ਰੋਫਾਈਲ ({ $count })
inventory-no-profiles = ਕੋਈ ਪ੍ਰੋਫਾਈਲ ਦਰਜ ਨਹੀਂ ਸੀ।
inventory-no-apps = ਕੋਈ ਐਪ ਦਰਜ ਨਹੀਂ ਸੀ।
column-app = ਐਪ
column-version = ਵਰਜਨ ਅਤੇ ਹਾਲਤ
column-origin = ਕਿਸ ਨੇ ਸਥਾਪਤ ਕੀਤੀ
column-digests = ਡਿਜੀਟਲ ਫਿੰਗਰਪ੍ਰਿੰਟ ਅਤੇ ਅਧਿਕਾਰ
column-profile = ਪ੍ਰੋਫਾਈਲ
column-name = ਨਾਂ
column-organisation = ਸੰਗਠਨ
inventory-user = ਵਰਤੋਂਕਾਰ { $user }
inventory-system = ਫ਼ੋਨ ਦੇ ਨਾਲ ਆਈ
inventory-disabled = ਬੰਦ ਹੈ
inventory-signer-sha256 = ਦਸਤਖਤਕਰਤਾ ਦਾ SHA-256:
inventory-signer-sha1 = ਦਸਤਖਤਕਰਤਾ ਦਾ SHA-1:
inventory-file-sha256 = ਫ਼ਾਈਲ ਦਾ SHA-256:
inventory-powers = ਅਧਿਕਾਰ: { $powers }

## Limits.

limits-heading = ਅਜਿਹੀ ਜਾਂਚ ਕੀ ਨਹੀਂ ਦੱਸ ਸਕਦੀ
limit-screening = ਇਹ ਮੁੱਢਲੀ ਜਾਂਚ ਹੈ। ਇਹ ਫੋਰੈਂਸਿਕ ਜਾਂਚ ਨਹੀਂ ਹੈ, ਅਤੇ ਉਸ ਦੀ ਥਾਂ ਨਹੀਂ ਲੈਂਦੀ।
limit-accounts = ਇਹ ਖਾਤੇ ਨਹੀਂ ਦੇਖਦੀ। ਜਿਸ ਨੂੰ ਪਾਸਵਰਡ ਪਤਾ ਹੈ, ਉਹ ਕਿਸੇ ਹੋਰ ਡੀਵਾਈਸ ਤੋਂ ਨਜ਼ਰ ਰੱਖ ਸਕਦਾ ਹੈ।
limit-devices = ਇਹ ਹੋਰ ਡੀਵਾਈਸ ਨਹੀਂ ਦੇਖਦੀ, ਜਿਵੇਂ ਟੈਗ, ਕਾਰਾਂ, ਘੜੀਆਂ, ਕੈਮਰੇ ਅਤੇ ਸਾਂਝੇ ਟੈਬਲੈੱਟ।
limit-traces = ਜਿਸ ਸਾਫਟਵੇਅਰ ਨੇ ਪੜ੍ਹੀ ਗਈ ਸਮੱਗਰੀ ਵਿੱਚ ਕੋਈ ਨਿਸ਼ਾਨ ਨਹੀਂ ਛੱਡਿਆ, ਉਹ ਨਹੀਂ ਮਿਲਦਾ।
limit-seals = ਇਹ ਵਰਜਨ ਐਪ ਫ਼ਾਈਲਾਂ ਦੀਆਂ ਮੋਹਰਾਂ ਦੀ ਤਸਦੀਕ ਨਹੀਂ ਕਰਦਾ। ਜਾਅਲੀ ਫ਼ਾਈਲ ਨਕਲ ਕੀਤੀ ਮੋਹਰ ਦਿਖਾ ਸਕਦੀ ਹੈ।
limit-names = ਸਿਰਫ਼ ਨਾਂ ਦੀ ਨਕਲ ਕੀਤੀ ਜਾ ਸਕਦੀ ਹੈ। ਹਰ ਮਿਲੀ ਚੀਜ਼ ਦੱਸਦੀ ਹੈ ਕਿ ਕਿਸ ਦੀ ਤੁਲਨਾ ਕੀਤੀ ਗਈ।
limit-date = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ { $date } ਦੀਆਂ ਹਨ। ਇਸ ਤੋਂ ਨਵਾਂ ਸਾਫਟਵੇਅਰ ਉਹਨਾਂ ਵਿੱਚ ਨਹੀਂ ਹੈ।
limit-self-report = ਜੇ ਫ਼ੋਨ ਦਾ ਸਿਸਟਮ ਬਦਲਿਆ ਗਿਆ ਹੈ, ਤਾਂ ਫ਼ੋਨ ਆਪਣੇ ਬਾਰੇ ਗਲਤ ਦੱਸ ਸਕਦਾ ਹੈ।

## What was done to the phone.

actions-heading = ਇਸ ਜਾਂਚ ਨੇ ਫ਼ੋਨ ਨਾਲ ਕੀ ਕੀਤਾ
actions-none = ਕੁਝ ਨਹੀਂ। ਇਸ ਜਾਂਚ ਨੇ ਪਹਿਲਾਂ ਬਣਾਈ ਕਾਪੀ ਪੜ੍ਹੀ, ਅਤੇ ਫ਼ੋਨ ਨੂੰ ਨਹੀਂ ਛੋਹਿਆ।
actions-table = ਫ਼ੋਨ ਨਾਲ ਕੀ ਕੀਤਾ ਗਿਆ
column-when = ਕਦੋਂ (UTC)
column-what = ਕੀ

## Integrity.

integrity-heading = ਅਖੰਡਤਾ, ਅਤੇ ਤਸਦੀਕ ਕਿਵੇਂ ਕਰਨੀ ਹੈ
integrity-inputs = ਪੜ੍ਹੀ ਗਈ ਹਰ ਫ਼ਾਈਲ ਦਾ ਇੱਕ SHA-256 ਡਿਜੀਟਲ ਫਿੰਗਰਪ੍ਰਿੰਟ (digest) ਹੈ। ਇੱਕ ਅੱਖਰ ਬਦਲਣ ਨਾਲ ਇਹ ਫਿੰਗਰਪ੍ਰਿੰਟ ਬਦਲ ਜਾਂਦਾ ਹੈ।
integrity-table = ਕੀ ਪੜ੍ਹਿਆ ਗਿਆ
column-input = ਪੜ੍ਹੀ ਗਈ ਸਮੱਗਰੀ
column-bytes = ਬਾਈਟਾਂ
column-sha256 = SHA-256
input-kind-androidqf_folder = AndroidQF ਫੋਲਡਰ
input-kind-androidqf_zip = AndroidQF ਆਰਕਾਈਵ
input-kind-apk = ਐਪ ਫ਼ਾਈਲ
integrity-no-inputs = ਕੋਈ ਸਮੱਗਰੀ ਦਰਜ ਨਹੀਂ ਸੀ।
integrity-how = ਕਿਸੇ ਫ਼ਾਈਲ ਦੀ ਜਾਂਚ ਲਈ ਉਸ ਦਾ ਫਿੰਗਰਪ੍ਰਿੰਟ ਦੁਬਾਰਾ ਬਣਾਓ ਅਤੇ ਸਾਰਣੀ ਨਾਲ ਮਿਲਾਓ:
integrity-how-folder = ਫੋਲਡਰ ਦੀਆਂ ਆਪਣੀਆਂ ਕੋਈ ਬਾਈਟਾਂ ਨਹੀਂ ਹੁੰਦੀਆਂ। ਇਸ ਦੇ ਅੰਦਰ, ਸਾਰਣੀ ਵਿਚਲੀਆਂ ਇਸ ਦੀਆਂ ਸਾਰੀਆਂ ਫ਼ਾਈਲਾਂ ਦੇ ਨਾਂ ਦੱਸੋ:
integrity-embedded = PDF ਵਿੱਚ ਇਹੀ ਰਿਪੋਰਟ ਡਾਟਾ ਦੇ ਰੂਪ ਵਿੱਚ ਵੀ ਹੈ, ਫ਼ਾਈਲ report.json ਵਿੱਚ। ਇਹ ਕਮਾਂਡ ਉਸ ਨੂੰ ਬਾਹਰ ਕੱਢਦੀ ਹੈ:
integrity-same = ਉਹੀ ਸਬੂਤ, ਸੰਕੇਤਾਂ ਦੀਆਂ ਉਹੀ ਸੂਚੀਆਂ ਅਤੇ ਉਹੀ ਦੱਸਿਆ ਸਮਾਂ ਉਹੀ ਬਾਈਟਾਂ ਦਿੰਦੇ ਹਨ। ਕੋਈ ਵੀ ਦੁਬਾਰਾ ਜਾਂਚ ਸਕਦਾ ਹੈ।
integrity-id = ਰਿਪੋਰਟ ਨੰਬਰ report.json ਦੀ ਸਮੱਗਰੀ ਤੋਂ ਬਣਦਾ ਹੈ। ਜੇ ਸਮੱਗਰੀ ਬਦਲ ਜਾਵੇ, ਤਾਂ ਨੰਬਰ ਉਸ ਨਾਲ ਨਹੀਂ ਮਿਲਦਾ।

## Custody.

custody-heading = ਸਪੁਰਦਗੀ ਦਾ ਰਿਕਾਰਡ
custody-intro = ਜਦੋਂ ਵੀ ਫ਼ੋਨ ਜਾਂ ਇਹ ਰਿਪੋਰਟ ਕਿਸੇ ਹੋਰ ਦੇ ਹੱਥ ਜਾਵੇ, ਇਹ ਹੱਥ ਨਾਲ ਭਰਿਆ ਜਾਵੇ।
custody-table = ਕਿਸ ਨੇ ਕਿਸ ਨੂੰ ਕੀ ਦਿੱਤਾ
column-date-time = ਤਾਰੀਖ ਅਤੇ ਸਮਾਂ
column-item = ਚੀਜ਼, ਅਤੇ ਮੋਹਰ ਜਾਂ ਬੈਗ ਦਾ ਨੰਬਰ
column-from = ਦੇਣ ਵਾਲਾ (ਨਾਂ, ਦਸਤਖਤ)
column-to = ਲੈਣ ਵਾਲਾ (ਨਾਂ, ਦਸਤਖਤ)

## Help.

help-heading = ਮਦਦ
help-danger = ਜੇ ਤੁਸੀਂ ਹੁਣੇ ਖਤਰੇ ਵਿੱਚ ਹੋ, ਤਾਂ 999 ਉੱਤੇ ਕਾਲ ਕਰੋ। ਜੇ ਤੁਸੀਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ, ਤਾਂ ਕਹੇ ਜਾਣ ਉੱਤੇ 55 ਦਬਾਓ।
help-table = ਮਦਦ ਕਿੱਥੋਂ ਮਿਲੇਗੀ
column-service = ਕੌਣ
column-contact = ਕਿਵੇਂ
help-next-heading = ਅਗਲੇ ਕਦਮ
help-next-keep = ਇਹ ਰਿਪੋਰਟ ਉੱਥੇ ਰੱਖੋ ਜਿੱਥੇ ਕੋਈ ਹੋਰ ਇਸ ਨੂੰ ਲੱਭ ਨਾ ਸਕੇ। ਕੋਈ ਦੋਸਤ ਜਾਂ ਸਹਾਇਤਾ ਸੰਸਥਾ ਇਸ ਨੂੰ ਆਪਣੇ ਕੋਲ ਰੱਖ ਸਕਦੀ ਹੈ।
help-next-plan = ਫ਼ੋਨ ਵਿੱਚ ਕੁਝ ਬਦਲਣ ਤੋਂ ਪਹਿਲਾਂ ਕਿਸੇ ਸਹਾਇਤਾ ਸੰਸਥਾ ਨਾਲ ਸੁਰੱਖਿਆ ਯੋਜਨਾ ਬਣਾਓ।
help-next-other = ਖਾਤੇ, ਸਾਂਝੇ ਕੀਤੇ ਟਿਕਾਣੇ ਅਤੇ ਹੋਰ ਡੀਵਾਈਸ ਦੇਖਣ ਲਈ ਵੀ ਮਦਦ ਮੰਗੋ।
help-next-diary = ਜੋ ਕੁਝ ਵਾਪਰੇ, ਉਸ ਨੂੰ ਦਿਨ ਅਤੇ ਸਮੇਂ ਨਾਲ ਲਿਖ ਲਓ।

## Sources.

sources-heading = ਸਰੋਤ ਅਤੇ ਹਵਾਲੇ
sources-intro = ਇਹ ਸੂਚੀਆਂ ਇਹਨਾਂ ਲੋਕਾਂ ਦੀਆਂ ਹਨ। ਉਹਨਾਂ ਨੇ ਇਹ ਰਿਪੋਰਟ ਨਹੀਂ ਬਣਾਈ ਅਤੇ ਉਹ ਇਸ ਲਈ ਜਵਾਬਦੇਹ ਨਹੀਂ ਹਨ।
sources-none = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ ਵਿੱਚ ਕਿਸੇ ਸਰੋਤ ਦਾ ਨਾਂ ਨਹੀਂ ਹੈ।
fonts-note = Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi ਅਤੇ Noto Naskh Arabic ਵਿੱਚ ਛਾਪਿਆ ਗਿਆ (SIL Open Font License 1.1)।

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = ਦਸਤਾਵੇਜ਼
report-heading-person = ਫ਼ੋਨ ਦੀ ਜਾਂਚ: ਮੁੱਢਲੀ ਜਾਂਚ ਦੀ ਰਿਪੋਰਟ ਦੀ ਤੁਹਾਡੀ ਕਾਪੀ
label-seal = ਮੋਹਰ ਦੀ ਕੁੰਜੀ
seal-none = ਇਸ ਰਿਪੋਰਟ ਉੱਤੇ ਕੋਈ ਮੋਹਰ ਨਹੀਂ ਹੈ।
label-record = ਸਬੂਤਾਂ ਦੇ ਰਿਕਾਰਡ ਦਾ SHA-256
label-rescan-of = ਇਸ ਰਿਪੋਰਟ ਤੋਂ ਮੁੜ ਬਣਾਈ ਗਈ
rescan-of-unknown = ਇੱਕ ਰਿਪੋਰਟ ਜੋ ਉੱਥੇ ਨਹੀਂ ਸੀ
rescan-of-value = { $id }, ਜਿਸ ਵਿੱਚ ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ { $version } ਵਰਤੀਆਂ ਗਈਆਂ
expected-line = ਇਸ ਫ਼ੋਨ ਉੱਤੇ ਉਮੀਦ ਸੀ: { $reason }
table-more = { $count ->
    [one] ਇੱਕ ਹੋਰ ਸਿਰਫ਼ report.json ਵਿੱਚ ਹੈ।
   *[other] { $count } ਹੋਰ ਸਿਰਫ਼ report.json ਵਿੱਚ ਹਨ।
}
field-blank = ਹੱਥ ਨਾਲ ਭਰਨ ਲਈ
code-label = ਰਿਪੋਰਟ ਨੰਬਰ
code-label-sealed = ਰਿਪੋਰਟ ਨੰਬਰ ਅਤੇ ਮੋਹਰ ਦੀ ਕੁੰਜੀ
code-alternative = QR ਕੋਡ ਜਿਸ ਵਿੱਚ ਇਹ ਹੈ: { $holds }
label-training = ਇਸ ਪ੍ਰੋਗਰਾਮ ਦੀ ਸਿਖਲਾਈ
label-present = ਹਾਜ਼ਰ ਲੋਕ
agreement-intro-case = ਇਹ ਅਫ਼ਸਰ ਨੇ ਲਿਖਿਆ ਹੈ। ਕਿਸੇ ਮਸ਼ੀਨ ਨੇ ਇਸ ਨੂੰ ਨਹੀਂ ਦੇਖਿਆ। ਖ਼ਾਲੀ ਲਾਈਨ ਭਰੀ ਨਹੀਂ ਗਈ ਸੀ।
label-agreement-time = ਸਹਿਮਤੀ ਦੀ ਤਾਰੀਖ਼ ਅਤੇ ਸਮਾਂ
label-agreement-form = ਫ਼ਾਰਮ ਅਤੇ ਉਸ ਦਾ ਨੰਬਰ
notice-written = ਲਿਖਤੀ
notice-spoken = ਸਿਰਫ਼ ਜ਼ਬਾਨੀ
notice-not-given = ਨਹੀਂ ਦਿੱਤੀ ਗਈ
scope-identifiers = ਫ਼ੋਨ ਦੇ ਪਛਾਣ ਨੰਬਰ
scope-inventory = ਸਾਰੀਆਂ ਐਪਾਂ ਅਤੇ ਪ੍ਰੋਫ਼ਾਈਲਾਂ ਦੀ ਸੂਚੀ
scope-record = ਸਬੂਤਾਂ ਦਾ ਰਿਕਾਰਡ, ਜੋ ਰਿਪੋਰਟ ਨਾਲ ਰੱਖਿਆ ਗਿਆ
label-agreement-risk = ਖ਼ਤਰੇ ਦਾ ਜਾਇਜ਼ਾ
label-exhibit = ਸਬੂਤ ਜਾਂ ਸਮਾਨ ਦਾ ਨੰਬਰ
described-heading = ਫ਼ੋਨ, ਜਿਵੇਂ ਉਹ ਸੌਂਪਿਆ ਗਿਆ
described-note = ਇਹ ਕਿਸੇ ਵਿਅਕਤੀ ਨੇ ਲਿਖਿਆ ਹੈ। ਕਿਸੇ ਪ੍ਰੋਗਰਾਮ ਨੇ ਇਸ ਨੂੰ ਫ਼ੋਨ ਤੋਂ ਨਹੀਂ ਪੜ੍ਹਿਆ।
label-described = ਦੇਖਣ ਨੂੰ ਕਿਹੋ ਜਿਹਾ ਹੈ
label-serial-number = ਸੀਰੀਅਲ ਨੰਬਰ
label-imei = IMEI
label-phone-number = ਫ਼ੋਨ ਨੰਬਰ
identifiers-not-agreed = ਸੀਰੀਅਲ ਨੰਬਰ, IMEI ਅਤੇ ਫ਼ੋਨ ਨੰਬਰ ਛੱਡੇ ਗਏ ਹਨ। ਇੱਥੇ ਕਿਤੇ ਨਹੀਂ ਲਿਖਿਆ ਕਿ ਇਹਨਾਂ ਲਈ ਸਹਿਮਤੀ ਦਿੱਤੀ ਗਈ ਸੀ।
times-heading = ਸਮੇਂ
times-note = ਸਾਰੇ ਸਮੇਂ UTC ਵਿੱਚ ਹਨ, ਅਤੇ ਜਿੱਥੇ ਪਤਾ ਹੋਵੇ ਉੱਥੇ ਫ਼ੋਨ ਦੇ ਆਪਣੇ ਸਮਾਂ ਖੇਤਰ ਵਿੱਚ ਵੀ।
label-stated = ਇਸ ਰਿਪੋਰਟ ਦਾ ਸਮਾਂ
not-checked-heading = ਕਿਸ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋਈ
not-checked-table = ਕਿਸ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋਈ
skipped-count = { $count ->
    [0] ਜੋ ਪੜ੍ਹਿਆ ਗਿਆ, ਉਸ ਵਿੱਚੋਂ ਕੋਈ ਰਿਕਾਰਡ ਨਹੀਂ ਛੱਡਿਆ ਗਿਆ।
    [one] ਜੋ ਪੜ੍ਹਿਆ ਗਿਆ, ਉਸ ਵਿੱਚੋਂ ਇੱਕ ਰਿਕਾਰਡ ਛੱਡਿਆ ਗਿਆ।
   *[other] ਜੋ ਪੜ੍ਹਿਆ ਗਿਆ, ਉਸ ਵਿੱਚੋਂ { $count } ਰਿਕਾਰਡ ਛੱਡੇ ਗਏ।
}
looks-heading = ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ: ਧਿਆਨ ਦੇਣ ਯੋਗ
looks-none = ਇਸ ਜਾਂਚ ਨੂੰ ਹੋਰ ਕੁਝ ਨਹੀਂ ਮਿਲਿਆ ਜੋ ਧਿਆਨ ਦੇਣ ਯੋਗ ਹੋਵੇ।
findings-short = ਅਗਲੀਆਂ ਚੀਜ਼ਾਂ ਸੰਖੇਪ ਵਿੱਚ ਲਿਖੀਆਂ ਹਨ। ਹਰ ਇੱਕ report.json ਵਿੱਚ ਪੂਰੀ ਹੈ।
findings-short-table = ਹੋਰ ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ, ਸੰਖੇਪ ਵਿੱਚ
part-meaning = ਇਸ ਦਾ ਕੀ ਮਤਲਬ ਹੋ ਸਕਦਾ ਹੈ
part-observed = ਕੀ ਦੇਖਿਆ ਗਿਆ
label-photographs = ਸਕਰੀਨਾਂ ਦੀਆਂ ਤਸਵੀਰਾਂ (ਨੰਬਰ)
statement-note = ਇਹ ਉਸ ਵਿਅਕਤੀ ਦਾ ਆਪਣਾ ਬਿਆਨ ਹੈ। ਕਿਸੇ ਮਸ਼ੀਨ ਨੇ ਇਸ ਨੂੰ ਨਹੀਂ ਦੇਖਿਆ।
statement-words = ਉਸ ਵਿਅਕਤੀ ਦੇ ਆਪਣੇ ਸ਼ਬਦਾਂ ਵਿੱਚ
statement-time = ਕਦੋਂ ਕਿਹਾ ਗਿਆ
answer-set-up = ਹਾਂ, ਇਹ ਮੈਂ ਆਪ ਲਗਾਇਆ ਸੀ।
answer-knew = ਮੈਨੂੰ ਇਸ ਦਾ ਪਤਾ ਸੀ।
answer-did-not-know = ਮੈਨੂੰ ਇਸ ਦਾ ਪਤਾ ਨਹੀਂ ਸੀ।
answer-not-sure = ਮੈਨੂੰ ਪੱਕਾ ਪਤਾ ਨਹੀਂ।
statements-heading = ਉਹ ਵਿਅਕਤੀ ਹੋਰ ਚੀਜ਼ਾਂ ਬਾਰੇ ਕੀ ਕਹਿੰਦਾ ਹੈ
statements-intro = ਇਹ ਬਿਆਨ ਕਿਸੇ ਮਿਲੀ ਚੀਜ਼ ਬਾਰੇ ਨਹੀਂ ਹਨ।
statement-title = ਬਿਆਨ { $number }
statement-about = ਕਿਸ ਬਾਰੇ
statement-part = ਉਹ ਵਿਅਕਤੀ ਕੀ ਕਹਿੰਦਾ ਹੈ
inventory-not-agreed = ਐਪਾਂ ਅਤੇ ਪ੍ਰੋਫ਼ਾਈਲਾਂ ਦੀ ਸੂਚੀ ਛੱਡੀ ਗਈ ਹੈ। ਇੱਥੇ ਕਿਤੇ ਨਹੀਂ ਲਿਖਿਆ ਕਿ ਇਸ ਲਈ ਸਹਿਮਤੀ ਦਿੱਤੀ ਗਈ ਸੀ।
integrity-package-heading = ਪੈਕੇਜ
integrity-package = ਜੇ ਇਹ ਰਿਪੋਰਟ ਕਿਸੇ ਪੈਕੇਜ ਵਿੱਚ ਆਈ ਹੈ, ਤਾਂ ਪ੍ਰੋਗਰਾਮ ਪੂਰੇ ਪੈਕੇਜ ਦੀ ਜਾਂਚ ਕਰ ਸਕਦਾ ਹੈ:
integrity-manifest = ਪ੍ਰੋਗਰਾਮ ਤੋਂ ਬਿਨਾਂ, ਪੈਕੇਜ ਖੋਲ੍ਹੋ ਅਤੇ ਹਰ ਫ਼ਾਈਲ ਨੂੰ ਉਸ ਦੀ ਸੂਚੀ ਨਾਲ ਮਿਲਾਓ:
integrity-seal = ਇਹ ਕਮਾਂਡ ਮੋਹਰ ਦੀ ਜਾਂਚ ਕਰਦੀ ਹੈ। ਇਸ ਨੂੰ ਉਹੀ ਕੁੰਜੀ ਦੱਸਣੀ ਚਾਹੀਦੀ ਹੈ ਜੋ ਉੱਪਰ ਲਿਖੀ ਹੈ:
record-bytes = ਬਾਈਟ: { $bytes }
integrity-inputs-heading = ਕੀ ਪੜ੍ਹਿਆ ਗਿਆ
