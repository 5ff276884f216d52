# Draft translation, needs a human reader. Punjabi (Gurmukhi): made from en-GB of 2026-11-23.

timeline-app_first_installed = ਪਹਿਲੀ ਵਾਰ ਸਥਾਪਤ ਹੋਈ, ਜਿਵੇਂ ਫ਼ੋਨ ਨੇ ਦਰਜ ਕੀਤਾ। ਦੁਬਾਰਾ ਸਥਾਪਤ ਕਰਨ ਨਾਲ ਇਹ ਤਾਰੀਖ ਨਵੀਂ ਹੋ ਜਾਂਦੀ ਹੈ।
timeline-app_last_updated = ਆਖਰੀ ਵਾਰ ਅੱਪਡੇਟ ਹੋਈ, ਜਿਵੇਂ ਫ਼ੋਨ ਨੇ ਦਰਜ ਕੀਤਾ।
timeline-signatures_built = ਇੱਥੇ ਵਰਤੀਆਂ ਸੰਕੇਤਾਂ ਦੀਆਂ ਸੂਚੀਆਂ ਬਣਾਈਆਂ ਗਈਆਂ।
timeline-acquisition_started = ਫ਼ੋਨ ਪੜ੍ਹਨਾ ਸ਼ੁਰੂ ਹੋਇਆ।
timeline-acquisition_completed = ਫ਼ੋਨ ਪੜ੍ਹਨਾ ਖਤਮ ਹੋਇਆ।
timeline-agreement_given = ਵਿਅਕਤੀ ਜਾਂਚ ਲਈ ਸਹਿਮਤ ਹੋਇਆ।
timeline-action_on_device = ਫ਼ੋਨ ਪੜ੍ਹਨ ਦੀ ਕਾਰਵਾਈ ਨੇ ਫ਼ੋਨ ਨਾਲ ਇਹ ਕੀਤਾ।
timeline-statement_made = ਵਿਅਕਤੀ ਨੇ ਇਹ ਕਿਹਾ।
timeline-report_stated = ਉਹ ਸਮਾਂ ਜੋ ਇਸ ਰਿਪੋਰਟ ਵਿੱਚ ਦੱਸਿਆ ਗਿਆ ਹੈ।
