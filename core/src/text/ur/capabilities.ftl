# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-22.

capability-ambient_recording = اس سے کمرے کی آواز ریکارڈ ہو سکتی ہے۔
capability-app_data = اس سے دوسری ایپس کے اندر کا ڈیٹا پڑھا جا سکتا ہے۔
capability-app_list = اس سے دیکھا جا سکتا ہے کہ فون پر کون سی ایپس ہیں۔
capability-calendar = اس سے کیلنڈر پڑھا جا سکتا ہے۔
capability-call_log = اس سے دیکھا جا سکتا ہے کہ کس کو کال کی گئی اور کب۔
capability-call_recording = اس سے فون کالیں ریکارڈ ہو سکتی ہیں۔
capability-camera = اس سے کیمرے کے ذریعے تصویریں لی جا سکتی ہیں۔
capability-clipboard = اس سے وہ پڑھا جا سکتا ہے جو کاپی کیا گیا۔
capability-contacts = اس سے فون کے رابطے پڑھے جا سکتے ہیں۔
capability-hide_icon = اس کا آئیکن چھپ سکتا ہے۔
capability-keystrokes = اس سے وہ ریکارڈ ہو سکتا ہے جو ٹائپ کیا جائے۔
capability-location = اس سے معلوم ہو سکتا ہے کہ فون کہاں ہے۔
capability-messages = اس سے ٹیکسٹ پیغامات پڑھے جا سکتے ہیں۔
capability-microphone = اس سے مائیکروفون کے ذریعے سنا جا سکتا ہے۔
capability-network = اس سے دیکھا جا سکتا ہے کہ فون کون سے نیٹ ورک استعمال کرتا ہے۔
capability-notifications = اس سے اطلاعات پڑھی جا سکتی ہیں۔
capability-phone_details = اس سے فون کی تفصیلات پڑھی جا سکتی ہیں، جیسے فون نمبر۔
capability-photos = اس سے تصویریں اور ویڈیوز دیکھی جا سکتی ہیں۔
capability-remote_control = اس سے فون کو دور سے چلایا جا سکتا ہے۔
capability-resist_removal = اس میں اپنا ہٹایا جانا مشکل بنانے کی صلاحیت ہے۔
capability-screen = اس سے دیکھا جا سکتا ہے کہ سکرین پر کیا ہے۔
capability-social_apps = اس سے دوسری ایپس کی چیٹس پڑھی جا سکتی ہیں۔
capability-web_history = اس سے دیکھا جا سکتا ہے کہ کون سے ویب صفحے کھولے گئے۔
capability-other = اس سے یہ کیا جا سکتا ہے: { $word }۔

power-accessibility = ایکسیسبیلٹی سروس (سکرین پڑھتی ہے اور فون والے کی جگہ کام کر سکتی ہے)
power-device_admin = آلہ منتظم (فون کو لاک کر سکتا یا مٹا سکتا ہے، اور اسے ہٹانا زیادہ مشکل ہے)
power-device_owner = آلہ کا مالک (پورے فون کا انتظام کرتا ہے)
power-profile_owner = پروفائل کا مالک (دفتری پروفائل کا انتظام کرتا ہے)
power-notification_listener = اطلاع تک رسائی (ہر اطلاع پڑھتی ہے)
power-keyboard = کی بورڈ (جو ٹائپ کیا جائے وہ دیکھتا ہے)
power-vpn = VPN (انٹرنیٹ کی ساری ٹریفک اس سے گزرتی ہے)
power-sms_role = پیغامات کی ڈیفالٹ ایپ
power-dialer_role = فون کی ڈیفالٹ ایپ
power-assistant_role = ڈیفالٹ اسسٹنٹ
power-other = { $word }
