# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-22.

desk-stage-opening = کھولا جا رہا ہے
desk-stage-reading = پڑھا جا رہا ہے
desk-stage-apps = ایپس پڑھی جا رہی ہیں
desk-stage-comparing = موازنہ ہو رہا ہے
desk-stage-writing = رپورٹ لکھی جا رہی ہے

desk-nothing-found = اس جانچ کو اپنی فہرستوں کی کوئی چیز نہیں ملی۔ یہ سب کچھ نہیں دیکھ سکتی۔
desk-keep = کچھ نہ ہٹائیں، اور فون کو ری سیٹ نہ کریں۔ رپورٹ اپنے پاس رکھیں، اور پہلے حفاظتی منصوبہ بنائیں۔
desk-skipped = { $count ->
    [one] ایک ریکارڈ پڑھا نہیں جا سکا۔
   *[other] { $count } ریکارڈ پڑھے نہیں جا سکے۔
}
desk-more-findings = { $count ->
    [one] ایک اور ملنے والی چیز رپورٹ میں ہے۔
   *[other] { $count } اور ملنے والی چیزیں رپورٹ میں ہیں۔
}
desk-more-surfaces = { $count ->
    [one] ایک اور رپورٹ میں ہے۔
   *[other] { $count } اور رپورٹ میں ہیں۔
}
desk-report-id = رپورٹ
desk-written = لکھا گیا

desk-cause = وجہ:
desk-remedy = کیا کریں:
desk-failure-not-found = ثبوت کی فائل یا فولڈر نہیں ملا۔
desk-remedy-not-found = راستہ (path) دیکھ لیں۔ اگر راستے میں خالی جگہ ہو تو اسے واوین میں لکھیں۔
desk-failure-unreadable = ثبوت کھولا نہیں جا سکا۔
desk-remedy-unreadable = دیکھ لیں کہ آپ کو اسے پڑھنے کی اجازت ہے، یا پہلے اسے اپنے کسی فولڈر میں کاپی کریں۔
desk-failure-empty = ثبوت کی فائل یا فولڈر خالی ہے۔
desk-remedy-empty = اسے فون سے دوبارہ حاصل کریں، یا کوئی اور راستہ بتائیں۔
desk-failure-damaged = آرکائیو ادھورا یا خراب ہے۔
desk-remedy-damaged = جہاں یہ بنایا گیا تھا، وہاں سے اسے دوبارہ کاپی کریں۔ خراب فائل بھی اپنے پاس رکھیں۔
desk-failure-encrypted = ثبوت مرموز (encrypted) ہے۔
desk-remedy-encrypted = پہلے اسے ڈیکرپٹ کریں، مثال کے طور پر age ٹول سے، پھر نتیجے کا نام دیں۔
desk-failure-not-a-phone = یہ کسی فون سے لی گئی کاپی معلوم نہیں ہوتی۔
desk-remedy-not-a-phone = AndroidQF فولڈر، AndroidQF zip فائل یا APK فائل کا نام دیں۔
desk-failure-too-many = ثبوت میں اتنی زیادہ فائلیں ہیں کہ یہ فون سے لی گئی کاپی نہیں ہو سکتا۔
desk-remedy-too-many = فون سے لی گئی کاپی ہی کا نام دیں، ایسے فولڈر کا نہیں جس میں بہت سی دوسری چیزیں ہوں۔
desk-failure-signatures = علامتوں کی فہرستیں استعمال نہیں ہو سکتیں۔
desk-remedy-signatures = پروگرام کی اپنی فہرستوں کے لیے --signatures نہ لکھیں، یا فائل دوبارہ حاصل کریں۔
desk-failure-nothing-asked = کسی ثبوت کا نام نہیں دیا گیا۔
desk-remedy-nothing-asked = راستہ بتائیں: rushlight scan PATH
desk-failure-render = رپورٹ بنائی نہیں جا سکی۔
desk-remedy-render = --formats سے کوئی اور فارمیٹ مانگیں، اور پروگرام کی دیکھ بھال کرنے والوں کو بتائیں۔
desk-failure-write = رپورٹ لکھی نہیں جا سکی۔
desk-remedy-write = دیکھ لیں کہ فولڈر موجود ہے، آپ کو اس میں لکھنے کی اجازت ہے، اور ڈسک بھری ہوئی نہیں ہے۔
desk-failure-print = نتیجہ دکھایا نہیں جا سکا۔
desk-remedy-print = دیکھ لیں کہ نتیجہ کہاں جا رہا ہے، یا فائلیں لکھنے کے لیے -o استعمال کریں۔

desk-signatures-file = فائل
desk-signatures-version = ورژن
desk-signatures-built = تیار ہونے کی تاریخ
desk-signatures-sha256 = SHA-256
desk-signatures-families = سافٹ ویئر کے خاندان
desk-signatures-indicators = علامتیں
desk-signatures-counts = { $loaded } پڑھی گئیں، { $usable } قابل استعمال، { $refused } رد کی گئیں
