# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-23.

rescan-same = ریکارڈ سے وہی رپورٹ بنتی ہے جو پہلے بنی تھی۔
rescan-says-the-same = ملنے والی چیزیں وہی ہیں جو ریکارڈ کے ساتھ والی رپورٹ میں ہیں۔
rescan-program = پروگرام: پہلے { $earlier }، اب { $later }۔
rescan-signatures = علامتوں کی فہرستیں: پہلے { $earlier }، اب { $later }۔
rescan-language = زبان: پہلے { $earlier }، اب { $later }۔
rescan-edition = نقل کس کے لیے: پہلے { $earlier }، اب { $later }۔
rescan-only-later = نئی: { $outcome }، { $name }۔
rescan-only-earlier = اب ذکر نہیں: { $outcome }، { $name }۔ یہ اب بھی فون پر ہو سکتی ہے۔
rescan-outcome = { $name }: پہلے ”{ $earlier }“ تھا۔ اب ”{ $later }“ ہے۔
rescan-family = { $name }: پہلے اسے { $earlier } کہا گیا تھا۔ اب اسے { $later } کہا گیا ہے۔
rescan-no-family = کوئی خاندان نہیں
rescan-reasons = { $name }: نئی وجوہات { $added }، اب نہ رہنے والی وجوہات { $gone }۔
rescan-surface = { $surface }: پہلے ”{ $earlier }“ تھا۔ اب ”{ $later }“ ہے۔
rescan-surface-records = { $surface }: دوسرے ریکارڈ پڑھے گئے یا چھوڑے گئے۔
rescan-surface-missing = وہاں نہیں

compare-other-phone = ہو سکتا ہے یہ دونوں جانچیں ایک ہی فون کی نہ ہوں
compare-device-platform = سسٹم: پہلے { $earlier }، پھر { $later }۔
compare-device-make = بنانے والا: پہلے { $earlier }، پھر { $later }۔
compare-device-model = ماڈل: پہلے { $earlier }، پھر { $later }۔
compare-device-serial = سیریل نمبر: پہلے { $earlier }، پھر { $later }۔
compare-device-imei = IMEI: پہلے { $earlier }، پھر { $later }۔
compare-added = نئی ایپس
compare-added-app = { $app }: { $state }۔
compare-removed = ایپس جو اب نہیں ہیں
compare-removed-app = { $app }: پہلے ”{ $state }“ تھا۔
compare-state = ایپس جن کی حالت بدل گئی
compare-signers = ایپس جن کا دستخط کنندہ بدل گیا
compare-resigned = { $app }: اس پر کسی اور کے دستخط ہیں۔ ہو سکتا ہے ایپ بدل دی گئی ہو۔
compare-rotated = { $app }: بنانے والے نے کلید بدلی، اور پرانی کلید اس کی تصدیق کرتی ہے۔
compare-powers-on = نئے اختیارات
compare-power-on = { $app }: { $power }
compare-granted = نئی اجازتیں
compare-granted-app = { $app }: { $permissions }۔
compare-enabled = ایپس جو چالو یا بند کی گئیں
compare-switched-on = { $app }: چالو کی گئی۔
compare-switched-off = { $app }: بند کی گئی۔
compare-installer = ایپس جنہیں کسی اور ایپ نے انسٹال کیا
compare-profiles = کنفیگریشن پروفائلز
compare-profile-added = { $profile }: نئی ہے۔
compare-profile-removed = { $profile }: اب نہیں ہے۔
compare-profile-changed = { $profile }: اس کا مواد بدل گیا ہے۔
compare-powers-off = اختیارات جو اب نہیں ہیں
compare-power-off = { $app }: { $power }
compare-updated = ایپس جن کا ورژن بدل گیا
compare-settings = ترتیبات
compare-setting-absent = سیٹ نہیں
compare-app-from-to = { $app }: پہلے { $earlier }، پھر { $later }۔
compare-app-of-user = { $app }، صارف { $user }
compare-not-certain = دوسری جانچ نے سب کچھ نہیں پڑھا، اس لیے ہو سکتا ہے وہاں بھی یہی ہو۔
compare-not-compared = موازنہ نہیں ہوا
compare-both = دونوں جانچیں:
compare-earlier = پہلی جانچ:
compare-later = بعد کی جانچ:
compare-partly = { $count ->
    [one] ایک ریکارڈ پڑھا نہیں جا سکا۔
   *[other] { $count } ریکارڈ پڑھے نہیں جا سکے۔
}
compare-not-asked = اسے نہیں دیکھا گیا۔
compare-signers-not-compared = { $app }: دونوں جانچیں نہیں بتاتیں کہ اس پر کس کے دستخط ہیں۔
compare-settings-not-compared = ترتیبات ”{ $namespace }“: یہ صرف ایک جانچ میں ہیں۔
compare-checks = پہلی جانچ: { $earlier }۔ بعد کی جانچ: { $later }۔
compare-nothing = جو دونوں جانچوں نے پڑھا، اس میں کوئی فرق نہیں ملا۔ یہ جانچیں سب کچھ نہیں دیکھ سکتیں۔
compare-more = { $count ->
    [one] ایک اور --json کے نتیجے میں ہے۔
   *[other] { $count } اور --json کے نتیجے میں ہیں۔
}

rescan-difference = ریکارڈ کے ساتھ والی رپورٹ سے موازنہ
rescan-no-report = ریکارڈ کے ساتھ کوئی رپورٹ نہیں ہے۔
rescan-other-report = ریکارڈ کے ساتھ والی رپورٹ کسی دوسرے ریکارڈ کی ہے۔ اس سے موازنہ نہیں ہوا۔
rescan-unreadable-report = ریکارڈ کے ساتھ والی رپورٹ پڑھی نہیں جا سکی۔ اس سے موازنہ نہیں ہوا۔

record-failure = شواہد کا ریکارڈ استعمال نہیں ہو سکتا۔
record-remedy = جہاں یہ بنایا گیا تھا، وہاں سے اسے دوبارہ کاپی کریں۔ یہ والا بھی اپنے پاس رکھیں۔
record-failure-none = اس میں شواہد کا کوئی ریکارڈ نہیں ہے۔
record-remedy-none = ریکارڈ صرف وہاں رکھا جاتا ہے جہاں اس شخص نے رضامندی دی ہو۔ فون کی دوبارہ جانچ کریں۔
record-failure-changed = یہ پیکج بدلا گیا ہے، یا ویسا نہیں ہے جیسا Rushlight نے لکھا تھا۔
record-remedy-changed = ”rushlight verify“ بتاتا ہے کہ کیا درست نہیں۔ اس پیکج پر بھروسا نہ کریں۔
