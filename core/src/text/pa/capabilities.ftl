# Draft translation, needs a human reader. Punjabi: made from en-GB of 2026-11-22.

capability-ambient_recording = ਇਸ ਨਾਲ ਕਮਰੇ ਦੀ ਆਵਾਜ਼ ਰਿਕਾਰਡ ਹੋ ਸਕਦੀ ਹੈ।
capability-app_data = ਇਸ ਨਾਲ ਦੂਜੀਆਂ ਐਪਾਂ ਦੇ ਅੰਦਰਲਾ ਡਾਟਾ ਪੜ੍ਹਿਆ ਜਾ ਸਕਦਾ ਹੈ।
capability-app_list = ਇਸ ਨਾਲ ਦੇਖਿਆ ਜਾ ਸਕਦਾ ਹੈ ਕਿ ਫ਼ੋਨ ਉੱਤੇ ਕਿਹੜੀਆਂ ਐਪਾਂ ਹਨ।
capability-calendar = ਇਸ ਨਾਲ ਕੈਲੰਡਰ ਪੜ੍ਹਿਆ ਜਾ ਸਕਦਾ ਹੈ।
capability-call_log = ਇਸ ਨਾਲ ਦੇਖਿਆ ਜਾ ਸਕਦਾ ਹੈ ਕਿ ਕਿਸ ਨੂੰ ਅਤੇ ਕਦੋਂ ਕਾਲ ਕੀਤੀ ਗਈ।
capability-call_recording = ਇਸ ਨਾਲ ਫ਼ੋਨ ਕਾਲਾਂ ਰਿਕਾਰਡ ਹੋ ਸਕਦੀਆਂ ਹਨ।
capability-camera = ਇਸ ਨਾਲ ਕੈਮਰੇ ਰਾਹੀਂ ਤਸਵੀਰਾਂ ਖਿੱਚੀਆਂ ਜਾ ਸਕਦੀਆਂ ਹਨ।
capability-clipboard = ਇਸ ਨਾਲ ਉਹ ਪੜ੍ਹਿਆ ਜਾ ਸਕਦਾ ਹੈ ਜੋ ਕਾਪੀ ਕੀਤਾ ਗਿਆ।
capability-contacts = ਇਸ ਨਾਲ ਸੰਪਰਕ ਪੜ੍ਹੇ ਜਾ ਸਕਦੇ ਹਨ।
capability-hide_icon = ਇਸ ਦਾ ਪ੍ਰਤੀਕ (icon) ਲੁਕ ਸਕਦਾ ਹੈ।
capability-keystrokes = ਇਸ ਨਾਲ ਉਹ ਰਿਕਾਰਡ ਹੋ ਸਕਦਾ ਹੈ ਜੋ ਟਾਈਪ ਕੀਤਾ ਜਾਵੇ।
capability-location = ਇਸ ਨਾਲ ਪਤਾ ਲੱਗ ਸਕਦਾ ਹੈ ਕਿ ਫ਼ੋਨ ਕਿੱਥੇ ਹੈ।
capability-messages = ਇਸ ਨਾਲ ਲਿਖਤ ਸੁਨੇਹੇ ਪੜ੍ਹੇ ਜਾ ਸਕਦੇ ਹਨ।
capability-microphone = ਇਸ ਨਾਲ ਮਾਈਕ੍ਰੋਫ਼ੋਨ ਰਾਹੀਂ ਸੁਣਿਆ ਜਾ ਸਕਦਾ ਹੈ।
capability-network = ਇਸ ਨਾਲ ਦੇਖਿਆ ਜਾ ਸਕਦਾ ਹੈ ਕਿ ਫ਼ੋਨ ਕਿਹੜੇ ਨੈੱਟਵਰਕ ਵਰਤਦਾ ਹੈ।
capability-notifications = ਇਸ ਨਾਲ ਸੂਚਨਾਵਾਂ ਪੜ੍ਹੀਆਂ ਜਾ ਸਕਦੀਆਂ ਹਨ।
capability-phone_details = ਇਸ ਨਾਲ ਫ਼ੋਨ ਦੇ ਵੇਰਵੇ ਪੜ੍ਹੇ ਜਾ ਸਕਦੇ ਹਨ, ਜਿਵੇਂ ਫ਼ੋਨ ਨੰਬਰ।
capability-photos = ਇਸ ਨਾਲ ਫ਼ੋਟੋਆਂ ਅਤੇ ਵੀਡੀਓ ਦੇਖੇ ਜਾ ਸਕਦੇ ਹਨ।
capability-remote_control = ਇਸ ਨਾਲ ਫ਼ੋਨ ਦੂਰੋਂ ਚਲਾਇਆ ਜਾ ਸਕਦਾ ਹੈ।
capability-resist_removal = ਇਸ ਵਿੱਚ ਆਪਣਾ ਹਟਾਇਆ ਜਾਣਾ ਔਖਾ ਬਣਾਉਣ ਦੀ ਸਮਰੱਥਾ ਹੈ।
capability-screen = ਇਸ ਨਾਲ ਦੇਖਿਆ ਜਾ ਸਕਦਾ ਹੈ ਕਿ ਸਕ੍ਰੀਨ ਉੱਤੇ ਕੀ ਹੈ।
capability-social_apps = ਇਸ ਨਾਲ ਦੂਜੀਆਂ ਐਪਾਂ ਦੀਆਂ ਚੈਟਾਂ ਪੜ੍ਹੀਆਂ ਜਾ ਸਕਦੀਆਂ ਹਨ।
capability-web_history = ਇਸ ਨਾਲ ਦੇਖਿਆ ਜਾ ਸਕਦਾ ਹੈ ਕਿ ਕਿਹੜੇ ਵੈੱਬ ਪੰਨੇ ਖੋਲ੍ਹੇ ਗਏ।
capability-other = ਇਸ ਨਾਲ ਇਹ ਕੀਤਾ ਜਾ ਸਕਦਾ ਹੈ: { $word }।

power-accessibility = ਪਹੁੰਚਯੋਗਤਾ ਸੇਵਾ (ਸਕ੍ਰੀਨ ਪੜ੍ਹਦੀ ਹੈ ਅਤੇ ਫ਼ੋਨ ਵਾਲੇ ਵਿਅਕਤੀ ਦੀ ਥਾਂ ਕੰਮ ਕਰ ਸਕਦੀ ਹੈ)
power-device_admin = ਡੀਵਾਈਸ ਪ੍ਰਸ਼ਾਸਕ (ਫ਼ੋਨ ਨੂੰ ਲਾਕ ਕਰ ਜਾਂ ਮਿਟਾ ਸਕਦਾ ਹੈ, ਅਤੇ ਇਸ ਨੂੰ ਹਟਾਉਣਾ ਵੱਧ ਔਖਾ ਹੈ)
power-device_owner = ਡੀਵਾਈਸ ਮਾਲਕ (ਪੂਰੇ ਫ਼ੋਨ ਦਾ ਪ੍ਰਬੰਧ ਕਰਦਾ ਹੈ)
power-profile_owner = ਪ੍ਰੋਫਾਈਲ ਮਾਲਕ (ਕਾਰਜ ਪ੍ਰੋਫਾਈਲ ਦਾ ਪ੍ਰਬੰਧ ਕਰਦਾ ਹੈ)
power-notification_listener = ਸੂਚਨਾ ਪਹੁੰਚ (ਹਰ ਸੂਚਨਾ ਪੜ੍ਹਦੀ ਹੈ)
power-keyboard = ਕੀ-ਬੋਰਡ (ਜੋ ਟਾਈਪ ਕੀਤਾ ਜਾਵੇ ਉਹ ਦੇਖਦਾ ਹੈ)
power-vpn = VPN (ਇੰਟਰਨੈੱਟ ਦਾ ਸਾਰਾ ਟ੍ਰੈਫ਼ਿਕ ਇਸ ਵਿੱਚੋਂ ਲੰਘਦਾ ਹੈ)
power-sms_role = ਸੁਨੇਹਿਆਂ ਦੀ ਪੂਰਵ-ਨਿਰਧਾਰਿਤ ਐਪ
power-dialer_role = ਫ਼ੋਨ ਦੀ ਪੂਰਵ-ਨਿਰਧਾਰਿਤ ਐਪ
power-assistant_role = ਪੂਰਵ-ਨਿਰਧਾਰਿਤ ਸਹਾਇਕ
power-other = { $word }
