# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-22.

capability-ambient_recording = يمكنه تسجيل صوت الغرفة.
capability-app_data = يمكنه قراءة البيانات داخل التطبيقات الأخرى.
capability-app_list = يمكنه رؤية التطبيقات الموجودة في الهاتف.
capability-calendar = يمكنه قراءة التقويم.
capability-call_log = يمكنه رؤية من جرى الاتصال به ومتى.
capability-call_recording = يمكنه تسجيل المكالمات الهاتفية.
capability-camera = يمكنه التقاط صور بالكاميرا.
capability-clipboard = يمكنه قراءة ما جرى نسخه.
capability-contacts = يمكنه قراءة جهات الاتصال.
capability-hide_icon = يمكنه إخفاء رمزه.
capability-keystrokes = يمكنه تسجيل ما يُكتب.
capability-location = يمكنه إظهار مكان الهاتف.
capability-messages = يمكنه قراءة الرسائل النصية.
capability-microphone = يمكنه الاستماع عبر الميكروفون.
capability-network = يمكنه رؤية الشبكات التي يستخدمها الهاتف.
capability-notifications = يمكنه قراءة الإشعارات.
capability-phone_details = يمكنه قراءة تفاصيل الهاتف، مثل رقمه.
capability-photos = يمكنه رؤية الصور ومقاطع الفيديو.
capability-remote_control = يمكنه التحكم في الهاتف عن بُعد.
capability-resist_removal = يمكنه أن يجعل إزالته صعبة.
capability-screen = يمكنه رؤية ما يظهر على الشاشة.
capability-social_apps = يمكنه قراءة المحادثات في التطبيقات الأخرى.
capability-web_history = يمكنه رؤية صفحات الويب التي جرت زيارتها.
capability-other = يمكنه القيام بما يلي: { $word }.

power-accessibility = خدمة تسهيل الاستخدام (تقرأ الشاشة ويمكنها التصرف نيابة عن صاحب الهاتف)
power-device_admin = مشرف الجهاز (يمكنه قفل الهاتف أو محو بياناته، وإزالته أصعب)
power-device_owner = مالك الجهاز (يدير الهاتف كله)
power-profile_owner = مالك ملف العمل (يدير ملف العمل)
power-notification_listener = الوصول إلى الإشعارات (يقرأ كل إشعار)
power-keyboard = لوحة المفاتيح (ترى ما يُكتب)
power-vpn = VPN (تمر عبرها كل حركة الإنترنت)
power-sms_role = تطبيق الرسائل التلقائي
power-dialer_role = تطبيق الهاتف التلقائي
power-assistant_role = المساعد التلقائي
power-other = { $word }
