# Draft translation, needs a human reader. Punjabi (Gurmukhi): made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = ਕਿਰਪਾ ਕਰਕੇ ਅਜਿਹੇ ਫ਼ੋਨ ਤੋਂ ਕਾਲ ਕਰੋ ਜਿਸ ਨੂੰ ਕੋਈ ਹੋਰ ਨਾ ਵੇਖ ਸਕੇ।
help-dated = { $region } ਲਈ ਨੰਬਰ, { $date } ਤੱਕ।
help-reviewed = ਇਹ ਸੂਚੀ { $by } ਨੇ ਪੜ੍ਹੀ ਹੈ।
help-not-reviewed = ਅਜੇ ਕਿਸੇ ਸਹਾਇਤਾ ਸੰਸਥਾ ਨੇ ਇਸ ਸੂਚੀ ਨੂੰ ਨਹੀਂ ਪਰਖਿਆ।
help-no-region = ਖੇਤਰ “{ $region }” ਲਈ ਮਦਦ ਦੀ ਕੋਈ ਸੂਚੀ ਨਹੀਂ ਹੈ। ਨੰਬਰਾਂ ਲਈ ਪੁਲਿਸ ਜਾਂ ਕਿਸੇ ਸਹਾਇਤਾ ਸੰਸਥਾ ਨੂੰ ਪੁੱਛੋ।

help-text-999 = ਜੇ ਤੁਸੀਂ ਕਾਲ ਨਹੀਂ ਕਰ ਸਕਦੇ, ਤਾਂ ਤੁਸੀਂ 999 ਉੱਤੇ ਸੁਨੇਹਾ ਭੇਜ ਸਕਦੇ ਹੋ। ਲੋੜ ਪੈਣ ਤੋਂ ਪਹਿਲਾਂ “register” ਲਿਖ ਕੇ 999 ਉੱਤੇ ਭੇਜੋ।
help-bsl-999 = ਬ੍ਰਿਟਿਸ਼ ਸੈਨਤ ਭਾਸ਼ਾ ਵਿੱਚ: 999bsl.co.uk ਜਾਂ ਐਪ 999 BSL।
help-101 = ਜੇ ਮਾਮਲਾ ਫ਼ੌਰੀ ਨਹੀਂ, ਤਾਂ ਪੁਲਿਸ ਨੂੰ 101 ਉੱਤੇ ਕਾਲ ਕਰੋ।

help-about-stalking = ਹਰ ਉਸ ਵਿਅਕਤੀ ਲਈ ਜਿਸ ਦਾ ਪਿੱਛਾ ਕੀਤਾ ਜਾ ਰਿਹਾ ਹੈ।
help-about-advocacy = ਪਿੱਛਾ ਕੀਤੇ ਜਾਣ ਬਾਰੇ: ਕੋਈ ਜੋ ਤੁਹਾਡੇ ਵੱਲੋਂ ਗੱਲ ਕਰੇ।
help-about-domestic-abuse = ਘਰੇਲੂ ਬਦਸਲੂਕੀ।
help-about-cyber = ਔਨਲਾਈਨ ਬਦਸਲੂਕੀ ਅਤੇ ਪਿੱਛਾ।
help-about-men = ਘਰੇਲੂ ਬਦਸਲੂਕੀ, ਮਰਦਾਂ ਲਈ।
help-about-lgbt = ਬਦਸਲੂਕੀ, LGBT+ ਲੋਕਾਂ ਲਈ।
help-about-honour = ਅਖੌਤੀ ਇੱਜ਼ਤ ਦੇ ਨਾਂ ਉੱਤੇ ਬਦਸਲੂਕੀ ਅਤੇ ਜਬਰੀ ਵਿਆਹ।
help-about-own-behaviour = ਉਹਨਾਂ ਲੋਕਾਂ ਲਈ ਜੋ ਕਿਸੇ ਨਾਲ ਆਪਣੇ ਸਲੂਕ ਬਾਰੇ ਫ਼ਿਕਰਮੰਦ ਹਨ।
help-about-after-crime = ਜੁਰਮ ਤੋਂ ਬਾਅਦ ਸਹਾਇਤਾ।
help-note-not-on-bill = ਇਸ ਨੰਬਰ ਉੱਤੇ ਕੀਤੀ ਕਾਲ ਬਿੱਲ ਉੱਤੇ ਨਹੀਂ ਦਿਸਦੀ।
