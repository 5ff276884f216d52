# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-23.

reason-not_in_this_evidence = Materiał dowodowy tego rodzaju nigdy tego nie zawiera.
reason-file_missing = Nie ma pliku „{ $file }”.
reason-not_read_yet = Plik „{ $file }” jest. Ta wersja nie umie go jeszcze odczytać.
reason-unreadable = Nie dało się otworzyć pliku „{ $file }”: { $cause }.
reason-malformed = Treść nie ma oczekiwanej postaci: { $cause }.
reason-left_empty = Pole „{ $field }” jest puste w każdym wpisie.
reason-too_large = Rozmiar jest większy niż limit (bajty: { $limit }).
reason-too_many = Wpisów jest więcej niż limit ({ $limit }).
reason-encrypted = Dane są zaszyfrowane i nie podano hasła.
reason-unsafe_name = Nazwa prowadzi poza swój folder albo nie jest nazwą pliku.
reason-cancelled = Sprawdzanie zatrzymano, zanim to odczytano.
reason-code_not_kept = Zapis dowodów nie zawiera kodu aplikacji. Na kodzie wypróbowano tylko reguły sygnatur { $signatures }.
