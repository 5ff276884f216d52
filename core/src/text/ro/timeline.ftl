# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-23.

timeline-app_first_installed = Prima instalare, așa cum a înregistrat-o telefonul. O nouă instalare pornește din nou această dată.
timeline-app_last_updated = Ultima actualizare, așa cum a înregistrat-o telefonul.
timeline-signatures_built = Au fost create semnăturile de detecție folosite aici.
timeline-acquisition_started = A început citirea telefonului.
timeline-acquisition_completed = S-a încheiat citirea telefonului.
timeline-agreement_given = Persoana a fost de acord cu verificarea.
timeline-action_on_device = Citirea telefonului a făcut acest lucru telefonului.
timeline-statement_made = Persoana a spus acest lucru.
timeline-report_stated = Ora pe care o indică acest raport.
