# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-22.

reason-not_in_this_evidence = هذا النوع من الأدلة لا يحتوي عليه أبدًا.
reason-file_missing = الملف «{ $file }» ليس موجودًا.
reason-not_read_yet = الملف «{ $file }» موجود. لا يستطيع هذا الإصدار قراءته بعد.
reason-unreadable = تعذّر فتح الملف «{ $file }»: { $cause }.
reason-malformed = المحتوى ليس بالشكل المتوقع: { $cause }.
reason-left_empty = الحقل «{ $field }» فارغ في كل سجل.
reason-too_large = هو أكبر من الحد المسموح، وهو { $limit } بايت.
reason-too_many = عدد السجلات أكبر من الحد المسموح، وهو { $limit }.
reason-encrypted = هو مشفّر، ولم تُعطَ كلمة مرور.
reason-unsafe_name = اسمه يقود إلى خارج مجلده، أو ليس اسم ملف.
reason-cancelled = أُوقف الفحص قبل قراءة هذا.
reason-code_not_kept = لا يحفظ السجل شفرة التطبيقات. لم تُجرَّب عليه إلا قواعد قوائم العلامات { $signatures }.
