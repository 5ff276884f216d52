# Draft translation, needs a human reader. Punjabi: made from en-GB of 2026-11-22.

reason-not_in_this_evidence = ਇਸ ਕਿਸਮ ਦੇ ਸਬੂਤ ਵਿੱਚ ਇਹ ਕਦੇ ਨਹੀਂ ਹੁੰਦਾ।
reason-file_missing = ਫ਼ਾਈਲ “{ $file }” ਉੱਥੇ ਨਹੀਂ ਹੈ।
reason-not_read_yet = ਫ਼ਾਈਲ “{ $file }” ਉੱਥੇ ਹੈ। ਇਹ ਵਰਜਨ ਇਸ ਨੂੰ ਅਜੇ ਨਹੀਂ ਪੜ੍ਹ ਸਕਦਾ।
reason-unreadable = ਫ਼ਾਈਲ “{ $file }” ਖੋਲ੍ਹੀ ਨਹੀਂ ਜਾ ਸਕੀ: { $cause }।
reason-malformed = ਸਮੱਗਰੀ ਉਸ ਰੂਪ ਵਿੱਚ ਨਹੀਂ ਹੈ ਜਿਸ ਦੀ ਉਮੀਦ ਸੀ: { $cause }।
reason-left_empty = ਖਾਨਾ “{ $field }” ਹਰ ਰਿਕਾਰਡ ਵਿੱਚ ਖਾਲੀ ਹੈ।
reason-too_large = ਇਹ { $limit } ਬਾਈਟਾਂ ਦੀ ਹੱਦ ਤੋਂ ਵੱਡਾ ਹੈ।
reason-too_many = ਰਿਕਾਰਡ { $limit } ਦੀ ਹੱਦ ਤੋਂ ਵੱਧ ਹਨ।
reason-encrypted = ਇਹ ਇਨਕ੍ਰਿਪਟਡ (encrypted) ਹੈ, ਅਤੇ ਕੋਈ ਪਾਸਵਰਡ ਨਹੀਂ ਦਿੱਤਾ ਗਿਆ।
reason-unsafe_name = ਇਸ ਦਾ ਨਾਂ ਆਪਣੇ ਫੋਲਡਰ ਤੋਂ ਬਾਹਰ ਲੈ ਜਾਂਦਾ ਹੈ, ਜਾਂ ਇਹ ਫ਼ਾਈਲ ਦਾ ਨਾਂ ਨਹੀਂ ਹੈ।
reason-cancelled = ਇਸ ਨੂੰ ਪੜ੍ਹਨ ਤੋਂ ਪਹਿਲਾਂ ਜਾਂਚ ਰੋਕ ਦਿੱਤੀ ਗਈ।
reason-code_not_kept = ਰਿਕਾਰਡ ਵਿੱਚ ਐਪਾਂ ਦਾ ਕੋਡ ਨਹੀਂ ਰੱਖਿਆ ਜਾਂਦਾ। ਇਸ ਉੱਤੇ ਸਿਰਫ਼ ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ { $signatures } ਦੇ ਨਿਯਮ ਪਰਖੇ ਗਏ।
