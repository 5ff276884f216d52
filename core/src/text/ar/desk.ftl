# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-22.

desk-stage-opening = جارٍ الفتح
desk-stage-reading = جارية القراءة
desk-stage-apps = جارية قراءة التطبيقات
desk-stage-comparing = جارية المقارنة
desk-stage-writing = جارية كتابة التقرير

desk-nothing-found = لم يجد هذا الفحص شيئًا مما في قوائمه. لا يمكنه رؤية كل شيء.
desk-keep = يُرجى عدم إزالة أي شيء، وعدم إعادة ضبط الهاتف. يُرجى الاحتفاظ بالتقرير ووضع خطة سلامة أولًا.
desk-skipped = { $count ->
    [zero] لا توجد سجلات تعذّرت قراءتها.
    [one] تعذّرت قراءة سجل واحد.
    [two] تعذّرت قراءة سجلين.
    [few] تعذّرت قراءة { $count } سجلات.
    [many] تعذّرت قراءة { $count } سجلًا.
   *[other] تعذّرت قراءة { $count } سجل.
}
desk-more-findings = { $count ->
    [zero] لا توجد نتائج أخرى في التقرير.
    [one] توجد نتيجة أخرى واحدة في التقرير.
    [two] توجد نتيجتان أخريان في التقرير.
    [few] توجد { $count } نتائج أخرى في التقرير.
    [many] توجد { $count } نتيجة أخرى في التقرير.
   *[other] توجد { $count } نتيجة أخرى في التقرير.
}
desk-more-surfaces = { $count ->
    [zero] لا يوجد المزيد في التقرير.
    [one] يوجد واحد آخر في التقرير.
    [two] يوجد اثنان آخران في التقرير.
    [few] توجد { $count } أخرى في التقرير.
    [many] توجد { $count } أخرى في التقرير.
   *[other] توجد { $count } أخرى في التقرير.
}
desk-report-id = التقرير
desk-written = كُتب

desk-cause = السبب:
desk-remedy = ما العمل:
desk-failure-not-found = لم يُعثر على ملف الدليل أو مجلده.
desk-remedy-not-found = يُرجى التحقق من المسار (path). المسار الذي فيه مسافات يوضع بين علامتي اقتباس.
desk-failure-unreadable = تعذّر فتح الدليل.
desk-remedy-unreadable = يُرجى التحقق من وجود إذن بقراءته، أو نسخه أولًا إلى مجلد خاص بك.
desk-failure-empty = ملف الدليل أو مجلده فارغ.
desk-remedy-empty = يُرجى جمعه من الهاتف مرة أخرى، أو ذكر مسار آخر.
desk-failure-damaged = الأرشيف ناقص أو تالف.
desk-remedy-damaged = يُرجى نسخه مرة أخرى من المكان الذي أُنشئ فيه. يُرجى الاحتفاظ بالملف التالف أيضًا.
desk-failure-encrypted = الدليل مشفّر.
desk-remedy-encrypted = يُرجى فك تشفيره أولًا، مثلًا بأداة age، ثم ذكر الملف الناتج.
desk-failure-not-a-phone = لا يبدو أن هذه نسخة مأخوذة من هاتف.
desk-remedy-not-a-phone = يُرجى ذكر مجلد AndroidQF أو ملف AndroidQF zip أو ملف APK.
desk-failure-too-many = في الدليل ملفات أكثر من أن يكون نسخة مأخوذة من هاتف.
desk-remedy-too-many = يُرجى ذكر النسخة المأخوذة من الهاتف نفسها، لا مجلد فيه أشياء أخرى كثيرة.
desk-failure-signatures = لا يمكن استخدام قوائم العلامات.
desk-remedy-signatures = لاستخدام القوائم المدمجة يُحذف الخيار --signatures من الأمر، أو يُجلب الملف مرة أخرى.
desk-failure-nothing-asked = لم يُذكر أي دليل.
desk-remedy-nothing-asked = يُرجى ذكر مسار: rushlight scan PATH
desk-failure-render = تعذّر إنشاء التقرير.
desk-remedy-render = يُرجى طلب تنسيق آخر بالخيار --formats، وإبلاغ القائمين على البرنامج.
desk-failure-write = تعذّرت كتابة التقرير.
desk-remedy-write = يُرجى التحقق من وجود المجلد، ومن وجود إذن بالكتابة فيه، ومن أن القرص غير ممتلئ.
desk-failure-print = تعذّر عرض النتيجة.
desk-remedy-print = يُرجى التحقق من مكان خروج النتيجة، أو استخدام -o لكتابة ملفات.

desk-signatures-file = الملف
desk-signatures-version = الإصدار
desk-signatures-built = تاريخ الإعداد
desk-signatures-sha256 = SHA-256
desk-signatures-families = عائلات البرامج
desk-signatures-indicators = العلامات
desk-signatures-counts = المقروءة: { $loaded }، القابلة للاستخدام: { $usable }، المرفوضة: { $refused }
