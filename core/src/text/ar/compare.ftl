# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-23.

rescan-same = يعطي السجل التقرير نفسه كما في السابق.
rescan-says-the-same = النتائج هي نفسها التي في التقرير الموجود بجانب السجل.
rescan-program = البرنامج: سابقًا { $earlier }، والآن { $later }.
rescan-signatures = قوائم العلامات: سابقًا { $earlier }، والآن { $later }.
rescan-language = اللغة: سابقًا { $earlier }، والآن { $later }.
rescan-edition = النسخة مخصصة لـ: سابقًا { $earlier }، والآن { $later }.
rescan-only-later = نتيجة جديدة: { $outcome }، { $name }.
rescan-only-earlier = لم يعد مذكورًا: { $outcome }، { $name }. قد يكون ما زال في الهاتف.
rescan-outcome = { $name }: سابقًا «{ $earlier }». والآن «{ $later }».
rescan-family = { $name }: ذُكر سابقًا باسم { $earlier }. ويُذكر الآن باسم { $later }.
rescan-no-family = لا عائلة
rescan-reasons = { $name }: عدد الأسباب المضافة { $added }، وعدد الأسباب التي زالت { $gone }.
rescan-surface = { $surface }: سابقًا «{ $earlier }». والآن «{ $later }».
rescan-surface-records = { $surface }: السجلات التي قُرئت أو تُركت ليست هي نفسها.
rescan-surface-missing = غير موجود

compare-other-phone = قد لا يكون هذان الفحصان لهاتف واحد
compare-device-platform = النظام: { $earlier }، ثم { $later }.
compare-device-make = الشركة المصنّعة: { $earlier }، ثم { $later }.
compare-device-model = الطراز: { $earlier }، ثم { $later }.
compare-device-serial = الرقم التسلسلي: { $earlier }، ثم { $later }.
compare-device-imei = الرقم IMEI: { $earlier }، ثم { $later }.
compare-added = تطبيقات جديدة
compare-added-app = { $app }: { $state }.
compare-removed = تطبيقات لم تعد موجودة
compare-removed-app = { $app }: سابقًا «{ $state }».
compare-state = تطبيقات تغيّرت حالتها
compare-signers = تطبيقات تغيّر موقّعها
compare-resigned = { $app }: وقّعه شخص آخر. ربما استُبدل التطبيق بغيره.
compare-rotated = { $app }: غيّر صانعه المفتاح، والمفتاح القديم يؤكد ذلك.
compare-powers-on = صلاحيات جديدة
compare-power-on = { $app }: { $power }
compare-granted = أذونات جديدة
compare-granted-app = { $app }: { $permissions }.
compare-enabled = تطبيقات شُغّلت أو أُوقفت
compare-switched-on = { $app }: شُغّل.
compare-switched-off = { $app }: أُوقف.
compare-installer = تطبيقات ثبّتها تطبيق آخر
compare-profiles = ملفات تعريف التكوين
compare-profile-added = { $profile }: جديد.
compare-profile-removed = { $profile }: لم يعد موجودًا.
compare-profile-changed = { $profile }: تغيّر محتواه.
compare-powers-off = صلاحيات لم تعد موجودة
compare-power-off = { $app }: { $power }
compare-updated = تطبيقات تغيّر إصدارها
compare-settings = الإعدادات
compare-setting-absent = غير مضبوط
compare-app-from-to = { $app }: { $earlier }، ثم { $later }.
compare-app-of-user = { $app }، المستخدم { $user }
compare-not-certain = لم يقرأ الفحص الآخر كل شيء، لذلك ربما كان الأمر نفسه هناك.
compare-not-compared = ما لم يُقارن
compare-both = كلا الفحصين:
compare-earlier = الفحص السابق:
compare-later = الفحص اللاحق:
compare-partly = { $count ->
    [zero] لا توجد سجلات تعذّرت قراءتها.
    [one] تعذّرت قراءة سجل واحد.
    [two] تعذّرت قراءة سجلين.
    [few] تعذّرت قراءة { $count } سجلات.
    [many] تعذّرت قراءة { $count } سجلًا.
   *[other] تعذّرت قراءة { $count } سجل.
}
compare-not-asked = لم يُنظر فيه.
compare-signers-not-compared = { $app }: لا يذكر الفحصان كلاهما من وقّعه.
compare-settings-not-compared = الإعدادات «{ $namespace }»: هي في فحص واحد فقط.
compare-checks = الفحص السابق: { $earlier }. الفحص اللاحق: { $later }.
compare-nothing = لم يُعثر على فرق فيما قرأه الفحصان كلاهما. لا يمكنهما رؤية كل شيء.
compare-more = { $count ->
    [zero] لا يوجد المزيد في ناتج --json.
    [one] يوجد واحد آخر في ناتج --json.
    [two] يوجد اثنان آخران في ناتج --json.
    [few] توجد { $count } أخرى في ناتج --json.
    [many] توجد { $count } أخرى في ناتج --json.
   *[other] توجد { $count } أخرى في ناتج --json.
}

rescan-difference = المقارنة بالتقرير الموجود بجانب السجل
rescan-no-report = لا يوجد تقرير بجانب السجل.
rescan-other-report = التقرير الموجود بجانب السجل يخص سجلًا آخر. لم تُجرَ المقارنة به.
rescan-unreadable-report = تعذّرت قراءة التقرير الموجود بجانب السجل. لم تُجرَ المقارنة به.

record-failure = لا يمكن استخدام سجل الأدلة.
record-remedy = يُرجى نسخه مرة أخرى من المكان الذي أُنشئ فيه. يُرجى الاحتفاظ بهذا أيضًا.
record-failure-none = لا يوجد فيه سجل أدلة.
record-remedy-none = لا يُحفظ السجل إلا إذا وافق الشخص عليه. يُرجى فحص الهاتف مرة أخرى.
record-failure-changed = جرى تغيير هذه الحزمة، أو ليست كما كتبها Rushlight.
record-remedy-changed = الأمر «rushlight verify» يذكر ما هو غير صحيح. يُرجى عدم الاعتماد على هذه الحزمة.
