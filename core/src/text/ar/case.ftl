# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-23.

case-failure = لا يمكن استخدام ملف القضية.
case-remedy = يُرجى تصحيح ذلك السطر. الأمر «rushlight case new» يكتب ملفًا يشرح كل حقل.
case-failure-inventory = لا يذكر ملف القضية أن الموافقة على قائمة كل التطبيقات قد أُعطيت.
case-remedy-inventory = يُرجى حذف الخيار --inventory من الأمر. إذا وافق الشخص، تُضاف "inventory" إلى scope تحت [agreement].
