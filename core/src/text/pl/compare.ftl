# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-23.

rescan-same = Zapis dowodów daje taki sam raport jak wcześniej.
rescan-says-the-same = Ustalenia są takie same jak w raporcie przy zapisie dowodów.
rescan-program = Program: { $earlier }, teraz { $later }.
rescan-signatures = Sygnatury: { $earlier }, teraz { $later }.
rescan-language = Język: { $earlier }, teraz { $later }.
rescan-edition = Egzemplarz dla: { $earlier }, teraz { $later }.
rescan-only-later = Nowe: { $outcome }, { $name }.
rescan-only-earlier = Już niewymienione: { $outcome }, { $name }. Nadal może być na telefonie.
rescan-outcome = { $name }: było „{ $earlier }”. Teraz jest „{ $later }”.
rescan-family = { $name }: wcześniej wskazano: { $earlier }. Teraz wskazano: { $later }.
rescan-no-family = brak rodziny
rescan-reasons = { $name }: dodane powody: { $added }, powody, których już nie ma: { $gone }.
rescan-surface = { $surface }: było „{ $earlier }”. Teraz jest „{ $later }”.
rescan-surface-records = { $surface }: odczytano lub pominięto inne wpisy.
rescan-surface-missing = brak

compare-other-phone = Te dwa sprawdzenia mogą nie dotyczyć tego samego telefonu
compare-device-platform = System: { $earlier }, potem { $later }.
compare-device-make = Marka: { $earlier }, potem { $later }.
compare-device-model = Model: { $earlier }, potem { $later }.
compare-device-serial = Numer seryjny: { $earlier }, potem { $later }.
compare-device-imei = IMEI: { $earlier }, potem { $later }.
compare-added = Nowe aplikacje
compare-added-app = { $app }: { $state }.
compare-removed = Aplikacje, których już nie ma
compare-removed-app = { $app }: było „{ $state }”.
compare-state = Aplikacje, których stan jest inny
compare-signers = Aplikacje, które podpisał kto inny
compare-resigned = { $app }: podpis złożył ktoś inny. Aplikacja mogła zostać podmieniona.
compare-rotated = { $app }: twórca zmienił klucz, a stary klucz to potwierdza.
compare-powers-on = Nowe szczególne uprawnienia
compare-power-on = { $app }: { $power }
compare-granted = Nowe przyznane uprawnienia
compare-granted-app = { $app }: { $permissions }.
compare-enabled = Aplikacje włączone lub wyłączone
compare-switched-on = { $app }: włączono.
compare-switched-off = { $app }: wyłączono.
compare-installer = Aplikacje, które zainstalowała inna aplikacja
compare-profiles = Profile konfiguracyjne
compare-profile-added = { $profile }: nowy.
compare-profile-removed = { $profile }: już go nie ma.
compare-profile-changed = { $profile }: ma inną treść.
compare-powers-off = Szczególne uprawnienia, których już nie ma
compare-power-off = { $app }: { $power }
compare-updated = Aplikacje w innej wersji
compare-settings = Ustawienia
compare-setting-absent = nie ustawiono
compare-app-from-to = { $app }: { $earlier }, potem { $later }.
compare-app-of-user = { $app }, użytkownik { $user }
compare-not-certain = Drugie sprawdzenie nie odczytało wszystkiego, więc tam mogło być tak samo.
compare-not-compared = Nie porównano
compare-both = Oba sprawdzenia:
compare-earlier = Wcześniejsze sprawdzenie:
compare-later = Późniejsze sprawdzenie:
compare-partly = { $count ->
    [one] Jednego wpisu nie dało się odczytać.
    [few] { $count } wpisów nie dało się odczytać.
    [many] { $count } wpisów nie dało się odczytać.
   *[other] { $count } wpisu nie dało się odczytać.
}
compare-not-asked = Tego nie przeglądano.
compare-signers-not-compared = { $app }: nie w obu sprawdzeniach podano, kto podpisał tę aplikację.
compare-settings-not-compared = Ustawienia „{ $namespace }”: są tylko w jednym sprawdzeniu.
compare-checks = Wcześniejsze sprawdzenie: { $earlier }. Późniejsze sprawdzenie: { $later }.
compare-nothing = Nie znaleziono różnicy w tym, co odczytały oba sprawdzenia. Nie mogą one zobaczyć wszystkiego.
compare-more = { $count ->
    [one] Jeszcze jedna pozycja jest w wyniku --json.
    [few] Jeszcze { $count } pozycje są w wyniku --json.
    [many] Jeszcze { $count } pozycji jest w wyniku --json.
   *[other] Jeszcze { $count } pozycji jest w wyniku --json.
}

rescan-difference = W porównaniu z raportem przy zapisie dowodów
rescan-no-report = Przy zapisie dowodów nie ma raportu.
rescan-other-report = Raport przy zapisie dowodów należy do innego zapisu. Nie porównano go.
rescan-unreadable-report = Nie dało się odczytać raportu przy zapisie dowodów. Nie porównano go.

record-failure = Nie można użyć zapisu dowodów.
record-remedy = Proszę skopiować go jeszcze raz z miejsca, gdzie powstał. Ten też proszę zachować.
record-failure-none = Nie ma tam zapisu dowodów.
record-remedy-none = Zapis dowodów przechowuje się tylko za zgodą tej osoby. Proszę sprawdzić telefon jeszcze raz.
record-failure-changed = Ten pakiet zmieniono albo nie jest taki, jaki zapisał Rushlight.
record-remedy-changed = „rushlight verify” podaje, co się nie potwierdza. Proszę na tym pakiecie nie polegać.
