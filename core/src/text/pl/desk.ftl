# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-22.

desk-stage-opening = Otwieranie
desk-stage-reading = Odczyt
desk-stage-apps = Odczyt aplikacji
desk-stage-comparing = Porównywanie
desk-stage-writing = Zapisywanie raportu

desk-nothing-found = To sprawdzenie nie znalazło niczego ze swoich list. Nie może ono zobaczyć wszystkiego.
desk-keep = Proszę niczego nie usuwać i nie resetować telefonu. Najpierw proszę zachować raport i przygotować plan bezpieczeństwa.
desk-skipped = { $count ->
    [one] Jednego wpisu nie dało się odczytać.
    [few] { $count } wpisów nie dało się odczytać.
    [many] { $count } wpisów nie dało się odczytać.
   *[other] { $count } wpisu nie dało się odczytać.
}
desk-more-findings = { $count ->
    [one] Jeszcze jedno ustalenie jest w raporcie.
    [few] Jeszcze { $count } ustalenia są w raporcie.
    [many] Jeszcze { $count } ustaleń jest w raporcie.
   *[other] Jeszcze { $count } ustalenia jest w raporcie.
}
desk-more-surfaces = { $count ->
    [one] Jeszcze jedna pozycja jest w raporcie.
    [few] Jeszcze { $count } pozycje są w raporcie.
    [many] Jeszcze { $count } pozycji jest w raporcie.
   *[other] Jeszcze { $count } pozycji jest w raporcie.
}
desk-report-id = Raport
desk-written = Zapisano

desk-cause = Przyczyna:
desk-remedy = Co zrobić:
desk-failure-not-found = Nie znaleziono materiału dowodowego.
desk-remedy-not-found = Proszę sprawdzić ścieżkę. Ścieżkę ze spacjami trzeba ująć w cudzysłów.
desk-failure-unreadable = Nie dało się otworzyć materiału dowodowego.
desk-remedy-unreadable = Proszę sprawdzić prawo do odczytu. Można też najpierw skopiować materiał do własnego folderu.
desk-failure-empty = Materiał dowodowy jest pusty.
desk-remedy-empty = Proszę zebrać go z telefonu jeszcze raz albo podać inną ścieżkę.
desk-failure-damaged = Archiwum jest ucięte lub uszkodzone.
desk-remedy-damaged = Proszę skopiować je jeszcze raz z miejsca, gdzie powstało. Uszkodzony plik też proszę zachować.
desk-failure-encrypted = Materiał dowodowy jest zaszyfrowany.
desk-remedy-encrypted = Proszę go najpierw odszyfrować, na przykład narzędziem age, i podać wynik.
desk-failure-not-a-phone = To nie wygląda na materiał dowodowy z telefonu.
desk-remedy-not-a-phone = Proszę podać folder AndroidQF, plik zip AndroidQF albo plik APK.
desk-failure-too-many = Materiał dowodowy ma zbyt wiele pozycji jak na odczyt telefonu.
desk-remedy-too-many = Proszę podać sam odczyt, a nie folder z wieloma innymi rzeczami.
desk-failure-signatures = Nie można użyć tych sygnatur.
desk-remedy-signatures = Proszę pominąć --signatures, aby użyć wbudowanych sygnatur, albo pobrać plik jeszcze raz.
desk-failure-nothing-asked = Nie podano materiału dowodowego.
desk-remedy-nothing-asked = Proszę podać ścieżkę: rushlight scan PATH
desk-failure-render = Nie dało się utworzyć raportu.
desk-remedy-render = Proszę wybrać inny format za pomocą --formats i powiadomić twórców programu.
desk-failure-write = Nie dało się zapisać raportu.
desk-remedy-write = Proszę sprawdzić, czy folder istnieje, czy można w nim zapisywać i czy dysk nie jest pełny.
desk-failure-print = Nie dało się wypisać wyniku.
desk-remedy-print = Proszę sprawdzić, dokąd trafia wynik, albo użyć -o, aby zapisać pliki.

desk-signatures-file = Plik
desk-signatures-version = Wersja
desk-signatures-built = Data utworzenia
desk-signatures-sha256 = SHA-256
desk-signatures-families = Rodziny
desk-signatures-indicators = Wskaźniki
desk-signatures-counts = wczytane: { $loaded }, do użycia: { $usable }, odrzucone: { $refused }
