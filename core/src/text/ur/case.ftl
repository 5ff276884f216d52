# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-23.

case-failure = کیس فائل استعمال نہیں ہو سکتی۔
case-remedy = وہ سطر درست کریں۔ ”rushlight case new“ ایسی فائل لکھتا ہے جو ہر خانے کی وضاحت کرتی ہے۔
case-failure-inventory = کیس فائل میں نہیں لکھا کہ تمام ایپس کی فہرست پر رضامندی دی گئی تھی۔
case-remedy-inventory = کمانڈ میں --inventory نہ لکھیں۔ اگر اس شخص نے رضامندی دی ہو، تو [agreement] کے نیچے scope میں "inventory" لکھیں۔
