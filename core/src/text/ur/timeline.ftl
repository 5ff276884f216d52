# Draft translation, needs a human reader. Urdu: made from en-GB of 2026-11-23.

timeline-app_first_installed = پہلی بار انسٹال ہوئی، جیسا کہ فون نے درج کیا۔ دوبارہ انسٹال کرنے پر یہ تاریخ نئی ہو جاتی ہے۔
timeline-app_last_updated = آخری بار اپ ڈیٹ ہوئی، جیسا کہ فون نے درج کیا۔
timeline-signatures_built = یہاں استعمال ہونے والی علامتوں کی فہرستیں تیار ہوئیں۔
timeline-acquisition_started = فون کا پڑھنا شروع ہوا۔
timeline-acquisition_completed = فون کا پڑھنا ختم ہوا۔
timeline-agreement_given = اس شخص نے جانچ پر رضامندی دی۔
timeline-action_on_device = فون پڑھنے کے عمل نے فون کے ساتھ یہ کیا۔
timeline-statement_made = اس شخص نے یہ کہا۔
timeline-report_stated = وہ وقت جو اس رپورٹ میں بتایا گیا ہے۔
