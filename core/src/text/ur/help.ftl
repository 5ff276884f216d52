# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = براہ کرم ایسے فون سے کال کریں جسے کوئی اور نہ دیکھ سکے۔
help-dated = { $region } کے نمبر، { $date } تک۔
help-reviewed = یہ فہرست { $by } نے پڑھی ہے۔
help-not-reviewed = ابھی کسی امدادی ادارے نے اس فہرست کا جائزہ نہیں لیا۔
help-no-region = علاقے “{ $region }” کے لیے مدد کی کوئی فہرست نہیں ہے۔ نمبروں کے لیے پولیس یا کسی امدادی ادارے سے پوچھیں۔

help-text-999 = اگر آپ کال نہیں کر سکتے تو 999 پر ٹیکسٹ کر سکتے ہیں۔ ضرورت پڑنے سے پہلے “register” لکھ کر 999 پر ٹیکسٹ کریں۔
help-bsl-999 = برطانوی اشاروں کی زبان میں: 999bsl.co.uk یا ایپ 999BSL۔
help-101 = اگر معاملہ فوری نہ ہو تو پولیس کو 101 پر کال کریں۔

help-about-stalking = ہر اس شخص کے لیے جس کا تعاقب کیا جا رہا ہو۔
help-about-advocacy = تعاقب: کوئی جو آپ کی طرف سے بات کرے۔
help-about-domestic-abuse = گھریلو زیادتی۔
help-about-cyber = آن لائن زیادتی اور تعاقب۔
help-about-men = گھریلو زیادتی، مردوں کے لیے۔
help-about-lgbt = زیادتی، ایل جی بی ٹی پلس افراد کے لیے۔
help-about-honour = نام نہاد غیرت کے نام پر زیادتی اور جبری شادی۔
help-about-own-behaviour = ان لوگوں کے لیے جو کسی کے ساتھ اپنے سلوک پر فکرمند ہوں۔
help-about-after-crime = جرم کے بعد مدد۔
help-note-not-on-bill = اس نمبر پر کی گئی کال بل پر نظر نہیں آتی۔
