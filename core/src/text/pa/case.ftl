# Draft translation, needs a human reader. Punjabi (Gurmukhi): made from en-GB of 2026-11-23.

case-failure = ਕੇਸ ਫ਼ਾਈਲ ਵਰਤੀ ਨਹੀਂ ਜਾ ਸਕਦੀ।
case-remedy = ਉਹ ਲਾਈਨ ਠੀਕ ਕਰੋ। “rushlight case new” ਅਜਿਹੀ ਫ਼ਾਈਲ ਲਿਖਦਾ ਹੈ ਜੋ ਹਰ ਖਾਨਾ ਸਮਝਾਉਂਦੀ ਹੈ।
case-failure-inventory = ਕੇਸ ਫ਼ਾਈਲ ਵਿੱਚ ਨਹੀਂ ਲਿਖਿਆ ਕਿ ਸਾਰੀਆਂ ਐਪਾਂ ਦੀ ਸੂਚੀ ਲਈ ਸਹਿਮਤੀ ਦਿੱਤੀ ਗਈ ਸੀ।
case-remedy-inventory = ਕਮਾਂਡ ਵਿੱਚ --inventory ਨਾ ਲਿਖੋ। ਜੇ ਵਿਅਕਤੀ ਸਹਿਮਤ ਹੋਇਆ ਸੀ, ਤਾਂ [agreement] ਹੇਠਾਂ scope ਵਿੱਚ "inventory" ਲਿਖੋ।
