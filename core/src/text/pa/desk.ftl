# Draft translation, needs a human reader. Punjabi: made from en-GB of 2026-11-22.

desk-stage-opening = ਖੋਲ੍ਹਿਆ ਜਾ ਰਿਹਾ ਹੈ
desk-stage-reading = ਪੜ੍ਹਿਆ ਜਾ ਰਿਹਾ ਹੈ
desk-stage-apps = ਐਪਾਂ ਪੜ੍ਹੀਆਂ ਜਾ ਰਹੀਆਂ ਹਨ
desk-stage-comparing = ਤੁਲਨਾ ਕੀਤੀ ਜਾ ਰਹੀ ਹੈ
desk-stage-writing = ਰਿਪੋਰਟ ਲਿਖੀ ਜਾ ਰਹੀ ਹੈ

desk-nothing-found = ਇਸ ਜਾਂਚ ਨੂੰ ਆਪਣੀਆਂ ਸੂਚੀਆਂ ਦੀ ਕੋਈ ਚੀਜ਼ ਨਹੀਂ ਮਿਲੀ। ਇਹ ਸਭ ਕੁਝ ਨਹੀਂ ਦੇਖ ਸਕਦੀ।
desk-keep = ਕੁਝ ਨਾ ਹਟਾਓ, ਅਤੇ ਫ਼ੋਨ ਨੂੰ ਰੀਸੈੱਟ ਨਾ ਕਰੋ। ਰਿਪੋਰਟ ਆਪਣੇ ਕੋਲ ਰੱਖੋ, ਅਤੇ ਪਹਿਲਾਂ ਸੁਰੱਖਿਆ ਯੋਜਨਾ ਬਣਾਓ।
desk-skipped = { $count ->
    [one] { $count } ਰਿਕਾਰਡ ਪੜ੍ਹਿਆ ਨਹੀਂ ਜਾ ਸਕਿਆ।
   *[other] { $count } ਰਿਕਾਰਡ ਪੜ੍ਹੇ ਨਹੀਂ ਜਾ ਸਕੇ।
}
desk-more-findings = { $count ->
    [one] { $count } ਹੋਰ ਮਿਲੀ ਚੀਜ਼ ਰਿਪੋਰਟ ਵਿੱਚ ਹੈ।
   *[other] { $count } ਹੋਰ ਮਿਲੀਆਂ ਚੀਜ਼ਾਂ ਰਿਪੋਰਟ ਵਿੱਚ ਹਨ।
}
desk-more-surfaces = { $count ->
    [one] { $count } ਹੋਰ ਰਿਪੋਰਟ ਵਿੱਚ ਹੈ।
   *[other] { $count } ਹੋਰ ਰਿਪੋਰਟ ਵਿੱਚ ਹਨ।
}
desk-report-id = ਰਿਪੋਰਟ
desk-written = ਲਿਖਿਆ ਗਿਆ

desk-cause = ਕਾਰਨ:
desk-remedy = ਕੀ ਕਰਨਾ ਹੈ:
desk-failure-not-found = ਸਬੂਤ ਦੀ ਫ਼ਾਈਲ ਜਾਂ ਫੋਲਡਰ ਨਹੀਂ ਮਿਲਿਆ।
desk-remedy-not-found = ਮਾਰਗ (path) ਦੇਖ ਲਓ। ਜੇ ਮਾਰਗ ਵਿੱਚ ਖਾਲੀ ਥਾਂ ਹੈ, ਤਾਂ ਉਸ ਨੂੰ ਪੁੱਠੇ ਕਾਮਿਆਂ ਵਿੱਚ ਲਿਖੋ।
desk-failure-unreadable = ਸਬੂਤ ਖੋਲ੍ਹਿਆ ਨਹੀਂ ਜਾ ਸਕਿਆ।
desk-remedy-unreadable = ਦੇਖ ਲਓ ਕਿ ਤੁਹਾਨੂੰ ਇਸ ਨੂੰ ਪੜ੍ਹਨ ਦੀ ਇਜਾਜ਼ਤ ਹੈ, ਜਾਂ ਪਹਿਲਾਂ ਇਸ ਨੂੰ ਆਪਣੇ ਕਿਸੇ ਫੋਲਡਰ ਵਿੱਚ ਕਾਪੀ ਕਰੋ।
desk-failure-empty = ਸਬੂਤ ਦੀ ਫ਼ਾਈਲ ਜਾਂ ਫੋਲਡਰ ਖਾਲੀ ਹੈ।
desk-remedy-empty = ਇਸ ਨੂੰ ਫ਼ੋਨ ਤੋਂ ਦੁਬਾਰਾ ਇਕੱਠਾ ਕਰੋ, ਜਾਂ ਕੋਈ ਹੋਰ ਮਾਰਗ ਦੱਸੋ।
desk-failure-damaged = ਆਰਕਾਈਵ ਅਧੂਰਾ ਜਾਂ ਖਰਾਬ ਹੈ।
desk-remedy-damaged = ਜਿੱਥੇ ਇਹ ਬਣਾਇਆ ਗਿਆ ਸੀ, ਉੱਥੋਂ ਇਸ ਨੂੰ ਦੁਬਾਰਾ ਕਾਪੀ ਕਰੋ। ਖਰਾਬ ਫ਼ਾਈਲ ਵੀ ਆਪਣੇ ਕੋਲ ਰੱਖੋ।
desk-failure-encrypted = ਸਬੂਤ ਇਨਕ੍ਰਿਪਟਡ (encrypted) ਹੈ।
desk-remedy-encrypted = ਪਹਿਲਾਂ ਇਸ ਨੂੰ ਡੀਕ੍ਰਿਪਟ ਕਰੋ, ਜਿਵੇਂ age ਟੂਲ ਨਾਲ, ਅਤੇ ਫਿਰ ਨਤੀਜੇ ਦਾ ਨਾਂ ਦੱਸੋ।
desk-failure-not-a-phone = ਇਹ ਕਿਸੇ ਫ਼ੋਨ ਤੋਂ ਲਈ ਗਈ ਕਾਪੀ ਨਹੀਂ ਲੱਗਦੀ।
desk-remedy-not-a-phone = AndroidQF ਫੋਲਡਰ, AndroidQF zip ਫ਼ਾਈਲ ਜਾਂ APK ਫ਼ਾਈਲ ਦਾ ਨਾਂ ਦੱਸੋ।
desk-failure-too-many = ਸਬੂਤ ਵਿੱਚ ਇੰਨੀਆਂ ਫ਼ਾਈਲਾਂ ਹਨ ਕਿ ਇਹ ਫ਼ੋਨ ਤੋਂ ਲਈ ਗਈ ਕਾਪੀ ਨਹੀਂ ਹੋ ਸਕਦੀ।
desk-remedy-too-many = ਫ਼ੋਨ ਤੋਂ ਲਈ ਗਈ ਕਾਪੀ ਦਾ ਹੀ ਨਾਂ ਦੱਸੋ, ਹੋਰ ਬਹੁਤ ਚੀਜ਼ਾਂ ਵਾਲੇ ਫੋਲਡਰ ਦਾ ਨਹੀਂ।
desk-failure-signatures = ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ ਵਰਤੀਆਂ ਨਹੀਂ ਜਾ ਸਕਦੀਆਂ।
desk-remedy-signatures = ਪ੍ਰੋਗਰਾਮ ਦੀਆਂ ਆਪਣੀਆਂ ਸੂਚੀਆਂ ਵਰਤਣ ਲਈ --signatures ਨਾ ਲਿਖੋ, ਜਾਂ ਫ਼ਾਈਲ ਦੁਬਾਰਾ ਲਓ।
desk-failure-nothing-asked = ਕਿਸੇ ਸਬੂਤ ਦਾ ਨਾਂ ਨਹੀਂ ਦੱਸਿਆ ਗਿਆ।
desk-remedy-nothing-asked = ਮਾਰਗ ਦੱਸੋ: rushlight scan PATH
desk-failure-render = ਰਿਪੋਰਟ ਬਣਾਈ ਨਹੀਂ ਜਾ ਸਕੀ।
desk-remedy-render = --formats ਨਾਲ ਕੋਈ ਹੋਰ ਫਾਰਮੈਟ ਮੰਗੋ, ਅਤੇ ਪ੍ਰੋਗਰਾਮ ਦੀ ਸੰਭਾਲ ਕਰਨ ਵਾਲਿਆਂ ਨੂੰ ਦੱਸੋ।
desk-failure-write = ਰਿਪੋਰਟ ਲਿਖੀ ਨਹੀਂ ਜਾ ਸਕੀ।
desk-remedy-write = ਦੇਖ ਲਓ ਕਿ ਫੋਲਡਰ ਮੌਜੂਦ ਹੈ, ਤੁਹਾਨੂੰ ਉਸ ਵਿੱਚ ਲਿਖਣ ਦੀ ਇਜਾਜ਼ਤ ਹੈ, ਅਤੇ ਡਿਸਕ ਭਰੀ ਹੋਈ ਨਹੀਂ।
desk-failure-print = ਨਤੀਜਾ ਦਿਖਾਇਆ ਨਹੀਂ ਜਾ ਸਕਿਆ।
desk-remedy-print = ਦੇਖ ਲਓ ਕਿ ਨਤੀਜਾ ਕਿੱਥੇ ਜਾ ਰਿਹਾ ਹੈ, ਜਾਂ ਫ਼ਾਈਲਾਂ ਲਿਖਣ ਲਈ -o ਵਰਤੋ।

desk-signatures-file = ਫ਼ਾਈਲ
desk-signatures-version = ਵਰਜਨ
desk-signatures-built = ਬਣਨ ਦੀ ਤਾਰੀਖ
desk-signatures-sha256 = SHA-256
desk-signatures-families = ਸਾਫਟਵੇਅਰ ਪਰਿਵਾਰ
desk-signatures-indicators = ਸੰਕੇਤ
desk-signatures-counts = { $loaded } ਪੜ੍ਹੇ ਗਏ, { $usable } ਵਰਤਣ ਯੋਗ, { $refused } ਰੱਦ ਕੀਤੇ ਗਏ
