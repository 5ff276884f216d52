# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-23.

timeline-app_first_installed = Pierwsza instalacja, według zapisu w telefonie. Nowa instalacja zaczyna tę datę od nowa.
timeline-app_last_updated = Ostatnia aktualizacja, według zapisu w telefonie.
timeline-signatures_built = Utworzono użyte tu sygnatury.
timeline-acquisition_started = Rozpoczęto odczyt telefonu.
timeline-acquisition_completed = Zakończono odczyt telefonu.
timeline-agreement_given = Ta osoba zgodziła się na sprawdzenie.
timeline-action_on_device = Odczyt telefonu zrobił to z telefonem.
timeline-statement_made = Ta osoba to powiedziała.
timeline-report_stated = Czas podany w tym raporcie.
