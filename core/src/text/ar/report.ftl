# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-22.

report-title = فحص الهاتف: تقرير فحص أولي
report-footer = التقرير { $id }
report-page = الصفحة { $page } من { $pages }
language-draft = هذا النص مسودة ترجمة، ويحتاج إلى أن يقرأه إنسان. وعند وجود اختلاف، يُعتمد النص الإنجليزي.

## The three outcome words, and no others.

outcome-match = تطابق
outcome-worth-a-look = يستحق النظر
outcome-not-checked = لم يُفحص
outcome-match-meaning = موجود في قائمة منشورة.
outcome-worth-a-look-meaning = كثيرًا ما يكون بلا ضرر. يُرجى قراءة السبب.
outcome-not-checked-meaning = تعذّرت قراءته. السبب مذكور في التقرير.

## Page one.

page-one-what = هذا تقرير فحص أولي. وليس فحصًا جنائيًا رقميًا.
page-one-method = قام برنامج بمقارنة ما أمكنت قراءته من هذا الهاتف بقوائم منشورة لبرامج التتبّع.
page-one-counts = الحصيلة
summary-found = { $matches ->
    [0] لم يجد هذا الفحص أي تطابق مع القوائم المنشورة.
    [zero] لم يجد هذا الفحص أي تطابق مع القوائم المنشورة.
    [one] وجد هذا الفحص تطابقًا واحدًا مع القوائم المنشورة.
    [two] وجد هذا الفحص تطابقين مع القوائم المنشورة.
    [few] وجد هذا الفحص { $matches } تطابقات مع القوائم المنشورة.
    [many] وجد هذا الفحص { $matches } تطابقًا مع القوائم المنشورة.
   *[other] وجد هذا الفحص { $matches } تطابق مع القوائم المنشورة.
}
summary-looks = { $looks ->
    [zero] لم يجد هذا الفحص شيئًا يستحق النظر.
    [one] ووجد شيئًا واحدًا يستحق النظر.
    [two] ووجد شيئين يستحقان النظر.
    [few] ووجد { $looks } أشياء تستحق النظر.
    [many] ووجد { $looks } شيئًا يستحق النظر.
   *[other] ووجد { $looks } شيء يستحق النظر.
}
summary-nothing = لم يجد هذا الفحص أي تطبيق أو ملف تعريف من قائمته (عدد العلامات { $indicators }، بتاريخ { $date }).
summary-nothing-incomplete = تعذّرت قراءة بعض الأشياء، لذلك هذه الإجابة ليست كاملة.
summary-not-checked = { $count ->
    [zero] لم يُسجَّل شيء على أنه لم يُفحص.
    [one] شيء واحد لم يُفحص. يذكر التقرير ما هو ولماذا.
    [two] شيئان لم يُفحصا. يذكر التقرير ما هما ولماذا.
    [few] { $count } أشياء لم تُفحص. يذكر التقرير ما هي ولماذا.
    [many] { $count } شيئًا لم يُفحص. يذكر التقرير ما هي ولماذا.
   *[other] { $count } شيء لم يُفحص. يذكر التقرير ما هي ولماذا.
}
summary-cannot-see = لا يمكن لهذا الفحص رؤية كل شيء.
summary-feeling = إذا بقي لديك شعور بأن أحدًا يراقبك، يُرجى الوثوق بهذا الشعور. الخطوات التالية تحت «المساعدة».
summary-next = يُرجى الاحتفاظ بهذا التقرير، وعدم تغيير أي شيء في الهاتف الآن. يُرجى الحديث أولًا مع شخص موضع ثقتك.
page-one-identity = هذا الفحص

found-table = ما عُثر عليه
column-found-number = الرقم
column-found-word = النتيجة
column-found-subject = أين
column-found-family = الاسم في القائمة
found-no-family = ليس في قائمة
found-more = { $count ->
    [zero] لا يوجد المزيد تحت «النتائج».
    [one] توجد نتيجة أخرى واحدة تحت «النتائج».
    [two] توجد نتيجتان أخريان تحت «النتائج».
    [few] توجد { $count } نتائج أخرى تحت «النتائج».
    [many] توجد { $count } نتيجة أخرى تحت «النتائج».
   *[other] توجد { $count } نتيجة أخرى تحت «النتائج».
}

label-device = الجهاز
label-stated-utc = وقت التقرير (UTC)
label-stated-local = وقت التقرير (المنطقة الزمنية للهاتف)
label-report-id = رقم التقرير
label-tool = البرنامج
label-bundle = قوائم العلامات
label-bundle-sha256 = SHA-256 لقوائم العلامات
label-indicators = العلامات في القائمة
indicators-value = المقروءة: { $loaded }، القابلة للاستخدام: { $usable }، المرفوضة: { $refused }
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }، تاريخ الإعداد { $date }، عدد عائلات البرامج { $families }
zone-unknown = المنطقة الزمنية للهاتف غير معروفة.
unknown = غير معروف
time-utc = { $date }، { $time } UTC
time-local = { $date }، { $time } ({ $zone }, { $offset })

who-heading = من أجرى هذا الفحص
label-officer = الاسم والرقم والصفة
label-station = مركز الشرطة أو الجهة
label-reference = الرقم المرجعي
label-place = المكان
label-signature = التوقيع والتاريخ

## Agreement and legal basis.

agreement-heading = الموافقة والأساس القانوني
agreement-intro = يُملأ باليد. يُرجى ترك السطر فارغًا بدلًا من التخمين.
label-agreement-person = الشخص الذي سلّم الهاتف
label-agreement-notice = الإشعار المُقدَّم وكيفية تقديمه
label-agreement-basis = الأساس القانوني
label-agreement-scope = ما وافق عليه الشخص
label-agreement-refused = ما رفضه الشخص
label-agreement-owner = من يملك الهاتف ومن يدفع تكاليفه
label-agreement-safety = التحقق من سلامة الشخص قبل قراءة الهاتف
label-agreement-signature = توقيع الشخص والتاريخ

## The phone.

device-heading = الهاتف
label-platform = النظام
label-make = الشركة المصنّعة
label-model = الطراز
label-os-version = إصدار النظام
label-api-level = مستوى API
label-security-patch = تصحيحات الأمان حتى تاريخ
label-build = رقم البناء
label-locale = اللغة
label-zone = المنطقة الزمنية
label-verified-boot = حالة التشغيل المتحقَّق منه
label-acquired-with = الأداة التي قرأت الهاتف
label-acquisition-id = رقم تلك القراءة
label-acquisition-started = بدأت القراءة
label-acquisition-completed = انتهت القراءة
label-device-time = ساعة الهاتف
label-clock-drift = ساعة الهاتف ناقص الوقت المذكور
clock-drift = { $seconds } ثانية
label-serial = الرقم التسلسلي أو IMEI (باليد)
platform-android = Android
platform-ios = iOS
platform-unknown = غير معروف
device-note = هذا ما يقوله الهاتف عن نفسه. قد يقول نظام مُعدَّل شيئًا آخر.

## What was checked and what was not.

checked-heading = ما فُحص وما لم يُفحص
checked-intro = لا يتحدث الفحص إلا عما أمكنت قراءته. ما لم يُقرأ قد يحتوي على أي شيء.
checked-table = ما فُحص
column-surface = ماذا
column-state = الحالة
column-records = السجلات
column-reason = المعنى، أو سبب عدم القراءة
state-read = قُرئ
state-unavailable = لم يُفحص
state-not_asked = لم يُطلب
state-read-skipped = قُرئ جزء منه
skipped-heading = سجلات تُركت
skipped-none = لم يُترك أي سجل مما قُرئ.
skipped-table = سجلات تُركت
skipped-more = تُركت سجلات أخرى غير مذكورة هنا، وعددها { $count }.
column-record = السجل
column-why = السبب

## Findings.

findings-heading = النتائج: التطابقات
findings-none = لم يجد هذا الفحص أي تطابق مع القوائم المنشورة.
findings-advice-keep = يُرجى عدم إزالة أي شيء، وعدم إعادة ضبط الهاتف الآن. يُرجى الاحتفاظ بالأدلة ووضع خطة سلامة أولًا.
findings-advice-safety = الشخص الذي يراقب قد يلاحظ أي تغيير. يُرجى سؤال جهة دعم قبل تغيير أي شيء.
findings-advice-officer = لأفراد الشرطة: يُرجى تصوير الشاشات، وتدوين الوقت، والسؤال عن الأجهزة الأخرى وعن الأطفال.
findings-advice-risk = يُرجى إكمال تقييم المخاطر قبل إعادة الهاتف.
finding-title = { $id }: { $outcome }
label-subject-name = الاسم
label-subject-kind = النوع
label-subject-id = المعرّف الدقيق
label-subject-state = الحالة
label-family = عائلة البرنامج
label-category = الفئة
label-also = العلامة نفسها مذكورة أيضًا لـ
subject-kind-app = تطبيق
subject-kind-profile = ملف تعريف التكوين
subject-kind-setting = إعداد
subject-kind-file = ملف
subject-kind-domain = عنوان إنترنت
subject-kind-device = الهاتف
subject-state-installed = مثبَّت
subject-state-removed = كان مثبَّتًا، ولم يعد موجودًا
subject-state-seen = ورد ذكره فقط
subject-state-domain = جرى الاتصال به، أو ضُبط لاستخدامه
subject-state-present = موجود في الهاتف
part-harmless = تفسير لا ضرر فيه
part-can-do = ما يمكنه القيام به
part-does-not-tell = ما لا يخبرنا به هذا
reasons-table = ما لوحظ بشأن { $id }
column-observed = ما لوحظ
column-where = أين
column-sign = العلامة في القائمة
column-weight = الوزن والمصدر
basis-power = لدى التطبيق هذه الصلاحية: { $power }.
basis-declared = التطبيق يقول هذا عن نفسه.
strength-identifying = تكفي وحدها
strength-supporting = تُحتسب مع غيرها
strength-context = للتوضيح فقط
weight-listed = { $strength }. المصدر: { $source }، ذُكرت أول مرة في { $date }.
weight-undated = { $strength }. المصدر: { $source }.
weight-none = { $strength }. ليست من قائمة.
statement-heading = ما يقوله الشخص عن هذا
statement-question = هل قمت بإعداد هذا بنفسك؟

## The inventory.

inventory-heading = ملحق: التطبيقات وملفات التعريف
inventory-intro = طلب الشخص هذه القائمة أو وافق عليها. وجود تطبيق في هذه القائمة لا يقول عنه شيئًا.
inventory-apps = التطبيقات ({ $count })
inventory-profiles = ملفات التعريف ({ $count })
inventory-no-profiles = لم يُذكر أي ملف تعريف.
inventory-no-apps = لم يُذكر أي تطبيق.
column-app = التطبيق
column-version = الإصدار والحالة
column-origin = الجهة التي ثبّتته
column-digests = البصمات الرقمية والصلاحيات
column-profile = ملف التعريف
column-name = الاسم
column-organisation = المؤسسة
inventory-user = المستخدم { $user }
inventory-system = جاء مع الهاتف
inventory-disabled = مُوقَف
inventory-signer-sha256 = SHA-256 للموقّع:
inventory-signer-sha1 = SHA-1 للموقّع:
inventory-file-sha256 = SHA-256 للملف:
inventory-powers = الصلاحيات: { $powers }

## Limits.

limits-heading = ما لا يستطيع فحص كهذا أن يخبر به
limit-screening = هذا فحص أولي. وهو ليس فحصًا جنائيًا رقميًا، ولا يحل محله.
limit-accounts = لا يرى هذا الفحص الحسابات. من يعرف كلمة مرور يمكنه المراقبة من جهاز آخر.
limit-devices = لا يرى هذا الفحص الأجهزة الأخرى، مثل أجهزة التتبّع الصغيرة والسيارات والساعات والكاميرات والأجهزة اللوحية المشتركة.
limit-traces = البرنامج الذي لم يترك أثرًا فيما قُرئ لا يُعثر عليه.
limit-seals = لا يتحقق هذا الإصدار من أختام ملفات التطبيقات. قد يُظهر ملف مزوّر ختمًا منسوخًا.
limit-names = الاسم وحده يمكن نسخه. تذكر كل نتيجة ما الذي قورن.
limit-date = قوائم العلامات بتاريخ { $date }. البرامج الأحدث ليست فيها.
limit-self-report = ما يقوله الهاتف عن نفسه قد يكون غير صحيح إذا جرى تغيير نظامه.

## What was done to the phone.

actions-heading = ما فعله هذا الفحص بالهاتف
actions-none = لا شيء. قرأ هذا الفحص نسخة أُعدّت من قبل، ولم يلمس الهاتف.
actions-table = ما جرى فعله بالهاتف
column-when = متى (UTC)
column-what = ماذا

## Integrity.

integrity-heading = تكامل البيانات، وكيفية التحقق
integrity-inputs = لكل ملف قُرئ بصمة رقمية (digest) من نوع SHA-256. إذا تغيّر حرف واحد تغيّرت البصمة.
integrity-table = ما قُرئ
column-input = المادة المقروءة
column-bytes = بايت
column-sha256 = SHA-256
input-kind-androidqf_folder = مجلد AndroidQF
input-kind-androidqf_zip = أرشيف AndroidQF
input-kind-apk = ملف تطبيق
integrity-no-inputs = لم تُذكر أي مادة.
integrity-how = للتحقق من ملف، تُحسب بصمته مرة أخرى وتُقارن بالجدول:
integrity-how-folder = ليس للمجلد بايتات خاصة به. داخله، تُذكر كل ملفاته الموجودة في الجدول:
integrity-embedded = يحمل ملف PDF التقرير نفسه كبيانات، في الملف report.json. هذا الأمر يستخرجه:
integrity-same = الأدلة نفسها وقوائم العلامات نفسها والوقت المذكور نفسه تعطي البايتات نفسها. يمكن لأي شخص التحقق مرة أخرى.
integrity-id = يُستخرج رقم التقرير من محتوى report.json. إذا تغيّر المحتوى، لم يعد الرقم مطابقًا له.

## Custody.

custody-heading = سلسلة الحيازة
custody-intro = يُملأ باليد في كل مرة ينتقل فيها الهاتف أو هذا التقرير من يد إلى يد.
custody-table = من سلّم ماذا إلى من
column-date-time = التاريخ والوقت
column-item = الشيء، ورقم الختم أو الكيس
column-from = من (الاسم، التوقيع)
column-to = إلى (الاسم، التوقيع)

## Help.

help-heading = المساعدة
help-danger = عند وجود خطر عليك الآن، يُرجى الاتصال بالرقم 999. إذا تعذّر عليك الكلام، يُرجى الضغط على 55 عندما يُطلب ذلك.
help-table = أين توجد المساعدة
column-service = من
column-contact = كيف
help-next-heading = الخطوات التالية
help-next-keep = يُرجى الاحتفاظ بهذا التقرير حيث لا يجده أحد غيرك. يمكن لصديق أو لجهة دعم الاحتفاظ به.
help-next-plan = يُرجى وضع خطة سلامة مع جهة دعم قبل تغيير أي شيء في الهاتف.
help-next-other = يُرجى طلب المساعدة لفحص الحسابات والمواقع المشتركة والأجهزة الأخرى أيضًا.
help-next-diary = يُرجى تدوين ما يحدث، مع اليوم والوقت.

## Sources.

sources-heading = المصادر ونسبتها
sources-intro = القوائم من إعداد هؤلاء. وهم لم يُعدّوا هذا التقرير وليسوا مسؤولين عنه.
sources-none = لا تذكر قوائم العلامات أي مصدر.
fonts-note = طُبع بخط Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi وخط Noto Naskh Arabic (SIL Open Font License 1.1).

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = مستند
report-heading-person = فحص الهاتف: نسختك من تقرير الفحص الأولي
label-seal = مختوم بالمفتاح
seal-none = لا يحمل هذا التقرير ختمًا.
label-record = قيمة SHA-256 لسجل الأدلة
label-rescan-of = أُعيد إعداده من التقرير
rescan-of-unknown = تقرير لم يكن موجودًا
rescan-of-value = { $id }، الذي استخدم قوائم العلامات { $version }
expected-line = متوقع على هذا الهاتف: { $reason }
table-more = { $count ->
    [one] يوجد بند آخر واحد في report.json فقط.
    [two] يوجد بندان آخران في report.json فقط.
    [few] توجد { $count } بنود أخرى في report.json فقط.
    [many] يوجد { $count } بندًا آخر في report.json فقط.
   *[other] يوجد { $count } بند آخر في report.json فقط.
}
field-blank = يُملأ باليد
code-label = رقم التقرير
code-label-sealed = رقم التقرير ومفتاح الختم
code-alternative = رمز QR يحتوي على: { $holds }
label-training = التدريب على هذا البرنامج
label-present = الحاضرون
agreement-intro-case = كتب الشرطي هذا. لم ترصده أي آلة. السطر الفارغ لم يُملأ.
label-agreement-time = تاريخ الموافقة ووقتها
label-agreement-form = النموذج ورقمه
notice-written = كتابيًا
notice-spoken = شفويًا فقط
notice-not-given = لم يُقدَّم
scope-identifiers = معرّفات الهاتف
scope-inventory = قائمة جميع التطبيقات وملفات الإعداد
scope-record = سجل الأدلة، المحفوظ مع التقرير
label-agreement-risk = تقييم المخاطر
label-exhibit = رقم المضبوطات أو الأمانات
described-heading = الهاتف كما سُلِّم
described-note = كتب إنسان هذا. لم يقرأه أي برنامج من الهاتف.
label-described = شكله
label-serial-number = الرقم التسلسلي
label-imei = IMEI
label-phone-number = رقم الهاتف
identifiers-not-agreed = لم يُذكر الرقم التسلسلي ولا IMEI ولا رقم الهاتف. لا شيء هنا يقول إن الموافقة عليها قد أُعطيت.
times-heading = الأوقات
times-note = جميع الأوقات بتوقيت UTC، وبالمنطقة الزمنية للهاتف حيث تكون معروفة.
label-stated = وقت هذا التقرير
not-checked-heading = ما لم يُفحص
not-checked-table = ما لم يُفحص
skipped-count = { $count ->
    [0] لم يُترك أي سجل مما قُرئ.
    [one] تُرك سجل واحد مما قُرئ.
    [two] تُرك سجلان مما قُرئ.
    [few] تُركت { $count } سجلات مما قُرئ.
    [many] تُرك { $count } سجلًا مما قُرئ.
   *[other] تُرك { $count } سجل مما قُرئ.
}
looks-heading = النتائج: يستحق النظر
looks-none = لم يجد هذا الفحص شيئًا آخر يستحق النظر.
findings-short = النتائج التالية مذكورة باختصار. كل منها كاملة في report.json.
findings-short-table = نتائج أخرى باختصار
part-meaning = ما قد يعنيه هذا
part-observed = ما رُصد
label-photographs = صور الشاشات (الأرقام)
statement-note = هذه رواية الشخص نفسه. لم ترصدها أي آلة.
statement-words = بكلمات الشخص نفسه
statement-time = قيل في
answer-set-up = نعم، أنا أعددته.
answer-knew = كنت أعلم به.
answer-did-not-know = لم أكن أعلم به.
answer-not-sure = لا أعرف بالتأكيد.
statements-heading = ما يقوله الشخص عن أمور أخرى
statements-intro = هذه الأقوال لا تتعلق بأي نتيجة.
statement-title = القول { $number }
statement-about = عن
statement-part = ما يقوله الشخص
inventory-not-agreed = لم تُذكر قائمة التطبيقات وملفات الإعداد. لا شيء هنا يقول إن الموافقة عليها قد أُعطيت.
integrity-package-heading = الحزمة
integrity-package = إذا جاء هذا التقرير في حزمة، يستطيع البرنامج فحصها كلها:
integrity-manifest = من دون البرنامج، افتح الحزمة وقارن كل ملف بقائمتها:
integrity-seal = يفحص هذا الأمر الختم. يجب أن يذكر المفتاح المكتوب أعلاه:
record-bytes = بايت: { $bytes }
integrity-inputs-heading = ما قُرئ
