# Draft translation, needs a human reader. Arabic: made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = يُرجى الاتصال من هاتف لا يستطيع أحد غيرك النظر إليه.
help-dated = أرقام { $region }، بتاريخ { $date }.
help-reviewed = قرأت هذه القائمة جهة { $by }.
help-not-reviewed = لم تراجع هذه القائمة بعد أي جهة دعم.
help-no-region = لا توجد قائمة مساعدة للمنطقة “{ $region }”. اطلب الأرقام من الشرطة أو من جهة دعم.

help-text-999 = إذا تعذّر عليك الاتصال، يمكنك إرسال رسالة نصية إلى 999. أرسل أولاً كلمة “register” إلى 999 قبل أن تحتاج إليها.
help-bsl-999 = بلغة الإشارة البريطانية: 999bsl.co.uk أو تطبيق 999BSL.
help-101 = إذا لم يكن الأمر عاجلاً، اتصل بالشرطة على 101.

help-about-stalking = لكل من يتعرض للملاحقة.
help-about-advocacy = الملاحقة: شخص يتحدث نيابة عنك.
help-about-domestic-abuse = العنف الأسري.
help-about-cyber = الإساءة والملاحقة عبر الإنترنت.
help-about-men = العنف الأسري، للرجال.
help-about-lgbt = الإساءة، لأفراد مجتمع الميم.
help-about-honour = الإساءة باسم الشرف والزواج القسري.
help-about-own-behaviour = لمن يقلقهم أسلوب تعاملهم مع شخص آخر.
help-about-after-crime = الدعم بعد الجريمة.
help-note-not-on-bill = لا تظهر المكالمة إلى هذا الرقم في الفاتورة.
