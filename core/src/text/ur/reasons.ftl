# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-22.

reason-not_in_this_evidence = اس قسم کے ثبوت میں یہ کبھی نہیں ہوتا۔
reason-file_missing = فائل ”{ $file }“ وہاں نہیں ہے۔
reason-not_read_yet = فائل ”{ $file }“ وہاں ہے۔ یہ ورژن اسے ابھی نہیں پڑھ سکتا۔
reason-unreadable = فائل ”{ $file }“ کھولی نہیں جا سکی: { $cause }۔
reason-malformed = مواد اس شکل میں نہیں ہے جس کی توقع تھی: { $cause }۔
reason-left_empty = خانہ ”{ $field }“ ہر ریکارڈ میں خالی ہے۔
reason-too_large = یہ { $limit } بائٹس کی حد سے بڑا ہے۔
reason-too_many = ریکارڈ { $limit } کی حد سے زیادہ ہیں۔
reason-encrypted = یہ مرموز (encrypted) ہے، اور کوئی پاس ورڈ نہیں دیا گیا۔
reason-unsafe_name = اس کا نام اپنے فولڈر سے باہر لے جاتا ہے، یا یہ فائل کا نام نہیں ہے۔
reason-cancelled = اسے پڑھنے سے پہلے جانچ روک دی گئی۔
reason-code_not_kept = ریکارڈ میں ایپس کا کوڈ نہیں رکھا جاتا۔ اس پر صرف علامتوں کی فہرستوں { $signatures } کے قواعد آزمائے گئے۔
