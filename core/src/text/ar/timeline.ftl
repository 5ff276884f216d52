# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-23.

timeline-app_first_installed = أول تثبيت، كما سجّله الهاتف. التثبيت من جديد يبدأ هذا التاريخ مرة أخرى.
timeline-app_last_updated = آخر تحديث، كما سجّله الهاتف.
timeline-signatures_built = أُعدّت قوائم العلامات المستخدمة هنا.
timeline-acquisition_started = بدأت قراءة الهاتف.
timeline-acquisition_completed = انتهت قراءة الهاتف.
timeline-agreement_given = وافق الشخص على الفحص.
timeline-action_on_device = فعلت قراءة الهاتف هذا بالهاتف.
timeline-statement_made = قال الشخص هذا.
timeline-report_stated = الوقت المذكور في هذا التقرير.
