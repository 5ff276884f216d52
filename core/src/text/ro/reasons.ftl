# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-23.

reason-not_in_this_evidence = Probele de acest fel nu conțin niciodată acest lucru.
reason-file_missing = Fișierul „{ $file }” nu este acolo.
reason-not_read_yet = Fișierul „{ $file }” este acolo. Această versiune nu îl poate citi încă.
reason-unreadable = Fișierul „{ $file }” nu a putut fi deschis: { $cause }.
reason-malformed = Conținutul nu are forma așteptată: { $cause }.
reason-left_empty = Câmpul „{ $field }” este gol în fiecare înregistrare.
reason-too_large = Mărimea depășește limita (octeți: { $limit }).
reason-too_many = Sunt mai multe înregistrări decât limita ({ $limit }).
reason-encrypted = Conținutul este criptat și nu s-a dat nicio parolă.
reason-unsafe_name = Numele duce în afara folderului său sau nu este un nume de fișier.
reason-cancelled = Verificarea a fost oprită înainte de această citire.
reason-code_not_kept = Înregistrarea probelor nu păstrează codul aplicațiilor. Pe cod s-au încercat doar regulile semnăturilor de detecție { $signatures }.
