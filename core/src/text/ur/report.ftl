# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-22.

report-title = فون کی جانچ: ابتدائی جانچ کی رپورٹ
report-footer = رپورٹ { $id }
report-page = صفحہ { $page } از { $pages }
language-draft = یہ متن ترجمے کا مسودہ ہے، اور ضروری ہے کہ کوئی انسان اسے پڑھ کر جانچے۔ جہاں فرق ہو، وہاں انگریزی متن مانا جائے گا۔

## The three outcome words, and no others.

outcome-match = مطابقت
outcome-worth-a-look = توجہ کے قابل
outcome-not-checked = جانچ نہیں ہوئی
outcome-match-meaning = ایک شائع شدہ فہرست میں ہے۔
outcome-worth-a-look-meaning = اکثر بے ضرر۔ براہ کرم وجہ پڑھیں۔
outcome-not-checked-meaning = پڑھا نہیں جا سکا۔ وجہ رپورٹ میں ہے۔

## Page one.

page-one-what = یہ ابتدائی جانچ کی رپورٹ ہے۔ یہ فرانزک معائنہ نہیں ہے۔
page-one-method = ایک پروگرام نے اس فون سے وہ پڑھا جو پڑھا جا سکا۔ پھر اس کا موازنہ ٹریکنگ سافٹ ویئر کی شائع شدہ فہرستوں سے کیا۔
page-one-counts = نتائج
summary-found = { $matches ->
    [0] اس جانچ کو شائع شدہ فہرستوں سے کوئی مطابقت نہیں ملی۔
    [one] اس جانچ کو شائع شدہ فہرستوں سے 1 مطابقت ملی۔
   *[other] اس جانچ کو شائع شدہ فہرستوں سے { $matches } مطابقتیں ملیں۔
}
summary-looks = { $looks ->
    [one] اسے 1 چیز ملی جو توجہ کے قابل ہے۔
   *[other] اسے { $looks } چیزیں ملیں جو توجہ کے قابل ہیں۔
}
summary-nothing = اس جانچ کو اپنی فہرست کی کوئی ایپ یا پروفائل نہیں ملی ({ $indicators } علامتیں، تاریخ { $date })۔
summary-nothing-incomplete = کچھ چیزیں پڑھی نہیں جا سکیں، اس لیے یہ جواب مکمل نہیں ہے۔
summary-not-checked = { $count ->
    [one] ایک چیز کی جانچ نہیں ہوئی۔ رپورٹ بتاتی ہے کہ کون سی اور کیوں۔
   *[other] { $count } چیزوں کی جانچ نہیں ہوئی۔ رپورٹ بتاتی ہے کہ کون سی اور کیوں۔
}
summary-cannot-see = یہ جانچ سب کچھ نہیں دیکھ سکتی۔
summary-feeling = اگر پھر بھی لگے کہ کوئی آپ پر نظر رکھ رہا ہے، تو اپنے احساس پر بھروسا کریں۔ اگلے قدم ”مدد“ کے نیچے ہیں۔
summary-next = براہ کرم یہ رپورٹ اپنے پاس رکھیں، اور ابھی فون میں کچھ نہ بدلیں۔ پہلے کسی ایسے شخص سے بات کریں جس پر آپ کو بھروسا ہو۔
page-one-identity = یہ جانچ

found-table = کیا ملا
column-found-number = نمبر
column-found-word = نتیجہ
column-found-subject = کہاں
column-found-family = فہرست میں نام
found-no-family = کسی فہرست میں نہیں
found-more = { $count ->
    [one] ایک اور ”ملنے والی چیزیں“ کے نیچے ہے۔
   *[other] { $count } اور ”ملنے والی چیزیں“ کے نیچے ہیں۔
}

label-device = فون
label-stated-utc = رپورٹ کا وقت (UTC)
label-stated-local = رپورٹ کا وقت (فون کا ٹائم زون)
label-report-id = رپورٹ نمبر
label-tool = پروگرام
label-bundle = علامتوں کی فہرستیں
label-bundle-sha256 = علامتوں کی فہرستوں کا SHA-256
label-indicators = فہرست میں علامتیں
indicators-value = { $loaded } پڑھی گئیں، { $usable } قابل استعمال، { $refused } رد کی گئیں
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }، تیار ہونے کی تاریخ { $date }، سافٹ ویئر کے { $families } خاندان
zone-unknown = فون کا ٹائم زون معلوم نہیں۔
unknown = معلوم نہیں
time-utc = { $date }، { $time } UTC
time-local = { $date }، { $time } ({ $zone }, { $offset })

who-heading = یہ جانچ کس نے کی
label-officer = نام، نمبر اور عہدہ
label-station = تھانہ یا ادارہ
label-reference = حوالہ نمبر
label-place = جگہ
label-signature = دستخط اور تاریخ

## Agreement and legal basis.

agreement-heading = رضامندی اور قانونی بنیاد
agreement-intro = اسے ہاتھ سے بھرا جائے۔ براہ کرم اندازہ لگانے کے بجائے سطر خالی چھوڑ دیں۔
label-agreement-person = جس شخص نے فون دیا
label-agreement-notice = نوٹس دیا گیا، اور کیسے
label-agreement-basis = قانونی بنیاد
label-agreement-scope = اس شخص نے کس بات کی اجازت دی
label-agreement-refused = اس شخص نے کس بات سے انکار کیا
label-agreement-owner = فون کس کا ہے اور اس کا خرچ کون دیتا ہے
label-agreement-safety = فون پڑھنے سے پہلے حفاظتی جانچ کی گئی
label-agreement-signature = اس شخص کے دستخط اور تاریخ

## The phone.

device-heading = فون
label-platform = سسٹم
label-make = بنانے والا
label-model = ماڈل
label-os-version = سسٹم ورژن
label-api-level = API لیول
label-security-patch = سیکیورٹی پیچ کی تاریخ
label-build = بلڈ
label-locale = زبان
label-zone = ٹائم زون
label-verified-boot = تصدیق شدہ بوٹ کی حالت
label-acquired-with = کس سے پڑھا گیا
label-acquisition-id = پڑھنے کے اس عمل کا نمبر
label-acquisition-started = پڑھنا شروع ہوا
label-acquisition-completed = پڑھنا ختم ہوا
label-device-time = فون کی گھڑی
label-clock-drift = فون کی گھڑی منفی بتایا گیا وقت
clock-drift = { $seconds } سیکنڈ
label-serial = سیریل نمبر یا IMEI (ہاتھ سے)
platform-android = Android
platform-ios = iOS
platform-unknown = معلوم نہیں
device-note = یہ باتیں فون اپنے بارے میں خود بتاتا ہے۔ بدلا ہوا سسٹم کچھ اور بتا سکتا ہے۔

## What was checked and what was not.

checked-heading = کس کی جانچ ہوئی اور کس کی نہیں
checked-intro = جانچ صرف اس کے بارے میں بتا سکتی ہے جو پڑھا جا سکا۔ جو نہیں پڑھا گیا اس میں کچھ بھی ہو سکتا ہے۔
checked-table = کس کی جانچ ہوئی
column-surface = کیا
column-state = حالت
column-records = ریکارڈ
column-reason = مطلب، یا نہ پڑھے جانے کی وجہ
state-read = پڑھا گیا
state-unavailable = جانچ نہیں ہوئی
state-not_asked = مانگا نہیں گیا
state-read-skipped = کچھ حصہ پڑھا گیا
skipped-heading = چھوڑے گئے ریکارڈ
skipped-none = جو پڑھا گیا اس میں سے کوئی ریکارڈ نہیں چھوڑا گیا۔
skipped-table = چھوڑے گئے ریکارڈ
skipped-more = { $count } اور ریکارڈ چھوڑے گئے جو یہاں درج نہیں۔
column-record = ریکارڈ
column-why = کیوں

## Findings.

findings-heading = ملنے والی چیزیں: مطابقت
findings-none = اس جانچ کو شائع شدہ فہرستوں سے کوئی مطابقت نہیں ملی۔
findings-advice-keep = براہ کرم ابھی کچھ نہ ہٹائیں، اور فون کو ری سیٹ نہ کریں۔ ثبوت سنبھال کر رکھیں، اور پہلے حفاظتی منصوبہ بنائیں۔
findings-advice-safety = جو شخص نظر رکھ رہا ہو، اسے تبدیلی کا پتا چل سکتا ہے۔ براہ کرم کچھ بدلنے سے پہلے کسی امدادی ادارے سے پوچھیں۔
findings-advice-officer = پولیس افسران: سکرین کی تصویریں لیں، وقت لکھیں، اور دوسرے آلات اور بچوں کے بارے میں پوچھیں۔
findings-advice-risk = براہ کرم فون واپس دینے سے پہلے خطرے کا جائزہ مکمل کریں۔
finding-title = { $id }: { $outcome }
label-subject-name = نام
label-subject-kind = قسم
label-subject-id = اصل شناخت
label-subject-state = حالت
label-family = سافٹ ویئر کا خاندان
label-category = زمرہ
label-also = یہی علامت ان کے لیے بھی درج ہے
subject-kind-app = ایپ
subject-kind-profile = کنفیگریشن پروفائل
subject-kind-setting = ترتیب
subject-kind-file = فائل
subject-kind-domain = انٹرنیٹ کا پتہ
subject-kind-device = فون
subject-state-installed = انسٹال ہے
subject-state-removed = پہلے انسٹال تھی، اب نہیں ہے
subject-state-seen = صرف ذکر ہے
subject-state-domain = رابطہ ہوا، یا استعمال کے لیے سیٹ تھا
subject-state-present = فون پر موجود ہے
part-harmless = ایک بے ضرر وضاحت
part-can-do = یہ کیا کر سکتا ہے
part-does-not-tell = اس سے کیا معلوم نہیں ہوتا
reasons-table = { $id } کے لیے کیا دیکھا گیا
column-observed = کیا دیکھا گیا
column-where = کہاں
column-sign = فہرست کی علامت
column-weight = اہمیت اور ماخذ
basis-power = ایپ کے پاس یہ اختیار ہے: { $power }۔
basis-declared = ایپ اپنے بارے میں خود یہ کہتی ہے۔
strength-identifying = اکیلی کافی ہے
strength-supporting = کسی دوسری کے ساتھ مل کر گنی جاتی ہے
strength-context = صرف وضاحت کرتی ہے
weight-listed = { $strength }۔ ماخذ: { $source }، پہلی بار درج { $date }۔
weight-undated = { $strength }۔ ماخذ: { $source }۔
weight-none = { $strength }۔ کسی فہرست سے نہیں۔
statement-heading = وہ شخص اس بارے میں کیا کہتا ہے
statement-question = کیا آپ نے اسے خود لگایا تھا؟

## The inventory.

inventory-heading = ضمیمہ: ایپس اور پروفائلز
inventory-intro = اس شخص نے یہ فہرست مانگی یا اس کی اجازت دی۔ اس فہرست میں ہونے سے کسی ایپ کے بارے میں کچھ معلوم نہیں ہوتا۔
inventory-apps = ایپس ({ $count })
inventory-profiles = پروفائلز ({ $count })
inventory-no-profiles = کوئی پروفائل درج نہیں تھی۔
inventory-no-apps = کوئی ایپ درج نہیں تھی۔
column-app = ایپ
column-version = ورژن اور حالت
column-origin = کس نے انسٹال کی
column-digests = ڈیجیٹل فنگر پرنٹ اور اختیارات
column-profile = پروفائل
column-name = نام
column-organisation = ادارہ
inventory-user = صارف { $user }
inventory-system = فون کے ساتھ آئی
inventory-disabled = بند ہے
inventory-signer-sha256 = دستخط کنندہ کا SHA-256:
inventory-signer-sha1 = دستخط کنندہ کا SHA-1:
inventory-file-sha256 = فائل کا SHA-256:
inventory-powers = اختیارات: { $powers }

## Limits.

limits-heading = ایسی جانچ کیا نہیں بتا سکتی
limit-screening = یہ ابتدائی جانچ ہے۔ یہ فرانزک معائنہ نہیں ہے، اور اس کی جگہ نہیں لیتی۔
limit-accounts = یہ اکاؤنٹس نہیں دیکھتی۔ جسے پاس ورڈ معلوم ہو، وہ کسی دوسرے آلے سے نظر رکھ سکتا ہے۔
limit-devices = یہ دوسرے آلات نہیں دیکھتی، جیسے ٹیگ، گاڑیاں، گھڑیاں، کیمرے اور مشترکہ ٹیبلٹ۔
limit-traces = جس سافٹ ویئر نے پڑھے گئے مواد میں کوئی نشان نہیں چھوڑا، وہ نہیں ملتا۔
limit-seals = یہ ورژن ایپ فائلوں کی مہروں کی تصدیق نہیں کرتا۔ جعلی فائل نقل کی ہوئی مہر دکھا سکتی ہے۔
limit-names = صرف نام کی نقل کی جا سکتی ہے۔ ہر ملنے والی چیز بتاتی ہے کہ کس بات کا موازنہ کیا گیا۔
limit-date = علامتوں کی فہرستیں { $date } کی ہیں۔ اس کے بعد کا سافٹ ویئر ان میں نہیں ہے۔
limit-self-report = اگر فون کا سسٹم بدلا گیا ہو، تو فون اپنے بارے میں غلط بتا سکتا ہے۔

## What was done to the phone.

actions-heading = اس جانچ نے فون کے ساتھ کیا کیا
actions-none = کچھ نہیں۔ اس جانچ نے پہلے سے بنی ہوئی کاپی پڑھی، اور فون کو نہیں چھوا۔
actions-table = فون کے ساتھ کیا کیا گیا
column-when = کب (UTC)
column-what = کیا

## Integrity.

integrity-heading = سالمیت، اور تصدیق کا طریقہ
integrity-inputs = پڑھی گئی ہر فائل کا ایک SHA-256 ڈیجیٹل فنگر پرنٹ (digest) ہے۔ ایک حرف بدلنے سے یہ فنگر پرنٹ بدل جاتا ہے۔
integrity-table = کیا پڑھا گیا
column-input = پڑھا گیا مواد
column-bytes = بائٹس
column-sha256 = SHA-256
input-kind-androidqf_folder = AndroidQF فولڈر
input-kind-androidqf_zip = AndroidQF آرکائیو
input-kind-apk = ایپ فائل
integrity-no-inputs = کوئی مواد درج نہیں تھا۔
integrity-how = کسی فائل کی جانچ کے لیے اس کا فنگر پرنٹ دوبارہ بنائیں اور جدول سے ملائیں:
integrity-how-folder = فولڈر کے اپنے کوئی بائٹس نہیں ہوتے۔ اس کے اندر، جدول میں موجود اس کی تمام فائلوں کے نام دیں:
integrity-embedded = PDF میں یہی رپورٹ ڈیٹا کی شکل میں بھی ہے، فائل report.json میں۔ یہ کمانڈ اسے باہر نکالتی ہے:
integrity-same = وہی ثبوت، وہی علامتوں کی فہرستیں اور وہی بتایا گیا وقت وہی بائٹس دیتے ہیں۔ کوئی بھی دوبارہ جانچ سکتا ہے۔
integrity-id = رپورٹ نمبر report.json کے مواد سے بنتا ہے۔ اگر مواد بدل جائے تو نمبر اس سے نہیں ملتا۔

## Custody.

custody-heading = تحویل کا ریکارڈ
custody-intro = جب بھی فون یا یہ رپورٹ ایک سے دوسرے کے ہاتھ میں جائے، اسے ہاتھ سے بھرا جائے۔
custody-table = کس نے کس کو کیا دیا
column-date-time = تاریخ اور وقت
column-item = چیز، اور مہر یا تھیلے کا نمبر
column-from = دینے والا (نام، دستخط)
column-to = لینے والا (نام، دستخط)

## Help.

help-heading = مدد
help-danger = اگر آپ ابھی خطرے میں ہیں تو 999 پر کال کریں۔ اگر آپ بول نہیں سکتے تو کہے جانے پر 55 دبائیں۔
help-table = مدد کہاں سے ملے گی
column-service = کون
column-contact = کیسے
help-next-heading = اگلے قدم
help-next-keep = یہ رپورٹ ایسی جگہ رکھیں جہاں کوئی اور اسے نہ پا سکے۔ کوئی دوست یا امدادی ادارہ اسے اپنے پاس رکھ سکتا ہے۔
help-next-plan = فون میں کچھ بدلنے سے پہلے کسی امدادی ادارے کے ساتھ حفاظتی منصوبہ بنائیں۔
help-next-other = اکاؤنٹس، شیئر کی گئی لوکیشن اور دوسرے آلات دیکھنے کے لیے بھی مدد مانگیں۔
help-next-diary = جو کچھ ہو، اسے دن اور وقت کے ساتھ لکھ لیں۔

## Sources.

sources-heading = ماخذ اور حوالے
sources-intro = یہ فہرستیں ان لوگوں کی ہیں۔ انہوں نے یہ رپورٹ نہیں بنائی اور وہ اس کے جواب دہ نہیں ہیں۔
sources-none = علامتوں کی فہرستوں میں کسی ماخذ کا نام نہیں ہے۔
fonts-note = Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi اور Noto Naskh Arabic میں چھاپا گیا (SIL Open Font License 1.1)۔

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = دستاویز
report-heading-person = فون کی جانچ: ابتدائی جانچ کی رپورٹ کی آپ کی نقل
label-seal = مہر کی کلید
seal-none = اس رپورٹ پر کوئی مہر نہیں ہے۔
label-record = شواہد کے ریکارڈ کا SHA-256
label-rescan-of = اس رپورٹ سے دوبارہ بنائی گئی
rescan-of-unknown = ایک رپورٹ جو وہاں نہیں تھی
rescan-of-value = { $id }، جس میں علامتوں کی فہرستیں { $version } استعمال ہوئیں
expected-line = اس فون پر متوقع: { $reason }
table-more = { $count ->
    [one] ایک اور صرف report.json میں ہے۔
   *[other] { $count } مزید صرف report.json میں ہیں۔
}
field-blank = ہاتھ سے بھرنے کے لیے
code-label = رپورٹ نمبر
code-label-sealed = رپورٹ نمبر اور مہر کی کلید
code-alternative = کیو آر کوڈ جس میں یہ ہے: { $holds }
label-training = اس پروگرام کی تربیت
label-present = موجود افراد
agreement-intro-case = یہ افسر نے لکھا ہے۔ کسی مشین نے اسے نہیں دیکھا۔ خالی سطر بھری نہیں گئی تھی۔
label-agreement-time = رضامندی کی تاریخ اور وقت
label-agreement-form = فارم اور اس کا نمبر
notice-written = تحریری
notice-spoken = صرف زبانی
notice-not-given = نہیں دی گئی
scope-identifiers = فون کے شناختی نمبر
scope-inventory = تمام ایپس اور پروفائلز کی فہرست
scope-record = شواہد کا ریکارڈ، جو رپورٹ کے ساتھ رکھا گیا
label-agreement-risk = خطرے کا جائزہ
label-exhibit = شہادت یا سامان کا نمبر
described-heading = فون، جیسا کہ وہ حوالے کیا گیا
described-note = یہ کسی شخص نے لکھا ہے۔ کسی پروگرام نے اسے فون سے نہیں پڑھا۔
label-described = دیکھنے میں کیسا ہے
label-serial-number = سیریل نمبر
label-imei = IMEI
label-phone-number = فون نمبر
identifiers-not-agreed = سیریل نمبر، IMEI اور فون نمبر شامل نہیں کیے گئے۔ یہاں کہیں نہیں لکھا کہ ان پر رضامندی دی گئی تھی۔
times-heading = اوقات
times-note = تمام اوقات UTC میں ہیں، اور جہاں معلوم ہو وہاں فون کے اپنے ٹائم زون میں بھی۔
label-stated = اس رپورٹ کا وقت
not-checked-heading = کیا نہیں جانچا گیا
not-checked-table = کیا نہیں جانچا گیا
skipped-count = { $count ->
    [0] جو پڑھا گیا اس میں سے کوئی ریکارڈ نہیں چھوڑا گیا۔
    [one] جو پڑھا گیا اس میں سے ایک ریکارڈ چھوڑا گیا۔
   *[other] جو پڑھا گیا اس میں سے { $count } ریکارڈ چھوڑے گئے۔
}
looks-heading = ملنے والی چیزیں: توجہ کے قابل
looks-none = اس جانچ کو اور کچھ نہیں ملا جو توجہ کے قابل ہو۔
findings-short = اگلی چیزیں مختصر لکھی گئی ہیں۔ ہر ایک report.json میں پوری موجود ہے۔
findings-short-table = مزید ملنے والی چیزیں، مختصر
part-meaning = اس کا کیا مطلب ہو سکتا ہے
part-observed = کیا دیکھا گیا
label-photographs = اسکرینوں کی تصویریں (نمبر)
statement-note = یہ اس شخص کا اپنا بیان ہے۔ کسی مشین نے اسے نہیں دیکھا۔
statement-words = اس شخص کے اپنے الفاظ میں
statement-time = کب کہا گیا
answer-set-up = ہاں، یہ میں نے خود لگایا تھا۔
answer-knew = مجھے اس کا علم تھا۔
answer-did-not-know = مجھے اس کا علم نہیں تھا۔
answer-not-sure = مجھے یقین نہیں ہے۔
statements-heading = وہ شخص دوسری چیزوں کے بارے میں کیا کہتا ہے
statements-intro = یہ بیانات کسی ملنے والی چیز کے بارے میں نہیں ہیں۔
statement-title = بیان { $number }
statement-about = کس کے بارے میں
statement-part = وہ شخص کیا کہتا ہے
inventory-not-agreed = ایپس اور پروفائلز کی فہرست شامل نہیں کی گئی۔ یہاں کہیں نہیں لکھا کہ اس پر رضامندی دی گئی تھی۔
integrity-package-heading = پیکج
integrity-package = اگر یہ رپورٹ کسی پیکج میں آئی ہے تو پروگرام پورے پیکج کی جانچ کر سکتا ہے:
integrity-manifest = پروگرام کے بغیر پیکج کھولیں اور ہر فائل کو اس کی فہرست سے ملائیں:
integrity-seal = یہ کمانڈ مہر کی جانچ کرتی ہے۔ اسے وہی کلید بتانی چاہیے جو اوپر لکھی ہے:
record-bytes = بائٹس: { $bytes }
integrity-inputs-heading = کیا پڑھا گیا
