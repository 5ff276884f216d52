# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-22.

language-draft = Ten tekst to robocze tłumaczenie i musi go przeczytać człowiek. Jeśli coś się różni, liczy się tekst angielski.

report-title = Telefon: raport ze wstępnego sprawdzenia
report-footer = Raport { $id }
report-page = Strona { $page } z { $pages }

outcome-match = Zgodność z listą
outcome-worth-a-look = Warto się przyjrzeć
outcome-not-checked = Nie sprawdzono
outcome-match-meaning = Jest na opublikowanej liście.
outcome-worth-a-look-meaning = Często nieszkodliwe. Proszę przeczytać dlaczego.
outcome-not-checked-meaning = Nie dało się odczytać. Powód jest w raporcie.

page-one-what = To jest raport ze wstępnego sprawdzenia. To nie jest badanie kryminalistyczne.
page-one-method = Program porównał to, co dało się odczytać z tego telefonu, z opublikowanymi listami oprogramowania śledzącego.
page-one-counts = Wyniki
summary-found = { $matches ->
    [0] To sprawdzenie nie znalazło żadnej zgodności z opublikowanymi listami.
    [one] To sprawdzenie znalazło 1 zgodność z opublikowanymi listami.
    [few] To sprawdzenie znalazło { $matches } zgodności z opublikowanymi listami.
    [many] To sprawdzenie znalazło { $matches } zgodności z opublikowanymi listami.
   *[other] To sprawdzenie znalazło { $matches } zgodności z opublikowanymi listami.
}
summary-looks = { $looks ->
    [one] Znalazło 1 rzecz, której warto się przyjrzeć.
    [few] Znalazło { $looks } rzeczy, którym warto się przyjrzeć.
    [many] Znalazło { $looks } rzeczy, którym warto się przyjrzeć.
   *[other] Znalazło { $looks } rzeczy, którym warto się przyjrzeć.
}
summary-nothing = To sprawdzenie nie znalazło żadnej aplikacji ani profilu ze swojej listy (oznaki: { $indicators }, lista z dnia { $date }).
summary-nothing-incomplete = Niektórych rzeczy nie dało się odczytać, więc ta odpowiedź nie jest pełna.
summary-not-checked = { $count ->
    [one] Nie sprawdzono jednej rzeczy, bo nie było to możliwe. Raport podaje, której i dlaczego.
    [few] Nie sprawdzono { $count } rzeczy, bo nie było to możliwe. Raport podaje, których i dlaczego.
    [many] Nie sprawdzono { $count } rzeczy, bo nie było to możliwe. Raport podaje, których i dlaczego.
   *[other] Nie sprawdzono { $count } rzeczy, bo nie było to możliwe. Raport podaje, których i dlaczego.
}
summary-cannot-see = To sprawdzenie nie może zobaczyć wszystkiego.
summary-feeling = Jeśli nadal ma Pani/Pan poczucie, że ktoś obserwuje, proszę temu poczuciu zaufać. Kolejne kroki są w części „Pomoc”.
summary-next = Proszę zachować ten raport i na razie nic nie zmieniać w telefonie. Najpierw proszę porozmawiać z zaufaną osobą.
page-one-identity = To sprawdzenie

found-table = Co znaleziono
column-found-number = Nr
column-found-word = Wynik
column-found-subject = Gdzie
column-found-family = Na liście jako
found-no-family = Nie ma na liście
found-more = { $count ->
    [one] Jeszcze jedna pozycja jest w części „Ustalenia”.
    [few] Jeszcze { $count } pozycje są w części „Ustalenia”.
    [many] Jeszcze { $count } pozycji jest w części „Ustalenia”.
   *[other] Jeszcze { $count } pozycji jest w części „Ustalenia”.
}

label-device = Urządzenie
label-stated-utc = Czas raportu (UTC)
label-stated-local = Czas raportu (strefa telefonu)
label-report-id = Numer raportu
label-tool = Program
label-bundle = Sygnatury
label-bundle-sha256 = SHA-256 sygnatur
label-indicators = Oznaki na liście
indicators-value = wczytane: { $loaded }, do użycia: { $usable }, odrzucone: { $refused }
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }, utworzono { $date }, rodziny: { $families }
zone-unknown = Strefa telefonu nie jest znana.
unknown = Nie wiadomo
time-utc = { $date }, { $time } UTC
time-local = { $date }, { $time } ({ $zone }, { $offset })

who-heading = Kto przeprowadził to sprawdzenie
label-officer = Imię, nazwisko, numer i funkcja
label-station = Komisariat lub instytucja
label-reference = Numer sprawy
label-place = Miejsce
label-signature = Podpis i data

agreement-heading = Zgoda i podstawa prawna
agreement-intro = Do wypełnienia odręcznie. Proszę raczej zostawić puste pole, niż zgadywać.
label-agreement-person = Osoba, która przekazała telefon
label-agreement-notice = Przekazano informację i w jaki sposób
label-agreement-basis = Podstawa prawna
label-agreement-scope = Na co osoba się zgodziła
label-agreement-refused = Na co osoba się nie zgodziła
label-agreement-owner = Czyj jest telefon i kto za niego płaci
label-agreement-safety = Ocena bezpieczeństwa osoby przed odczytem telefonu
label-agreement-signature = Podpis osoby i data

device-heading = Telefon
label-platform = System
label-make = Marka
label-model = Model
label-os-version = Wersja systemu
label-api-level = Poziom API
label-security-patch = Poprawki zabezpieczeń do dnia
label-build = Numer kompilacji
label-locale = Język
label-zone = Strefa czasowa
label-verified-boot = Stan weryfikacji rozruchu
label-acquired-with = Odczytano za pomocą
label-acquisition-id = Numer tego odczytu
label-acquisition-started = Początek odczytu
label-acquisition-completed = Koniec odczytu
label-device-time = Zegar telefonu
label-clock-drift = Zegar telefonu minus podany czas
clock-drift = { $seconds } s
label-serial = Numer seryjny lub IMEI (odręcznie)
platform-android = Android
platform-ios = iOS
platform-unknown = Nie wiadomo
device-note = Telefon sam podaje o sobie te rzeczy. Zmieniony system może podać coś innego.

checked-heading = Co sprawdzono, a czego nie sprawdzono
checked-intro = Sprawdzenie może mówić tylko o tym, co dało się odczytać. W tym, czego nie odczytano, może być wszystko.
checked-table = Co sprawdzono
column-surface = Co
column-state = Stan
column-records = Wpisy
column-reason = Co to znaczy lub dlaczego nie odczytano
state-read = Odczytano
state-unavailable = Nie sprawdzono
state-not_asked = Nie zlecono
state-read-skipped = Odczytano częściowo
skipped-heading = Pominięte wpisy
skipped-none = Z tego, co odczytano, nie pominięto żadnego wpisu.
skipped-table = Pominięte wpisy
skipped-more = Pominięto też inne wpisy, których tu nie wymieniono: { $count }.
column-record = Wpis
column-why = Dlaczego

findings-heading = Ustalenia: zgodności z listą
findings-none = To sprawdzenie nie znalazło żadnej zgodności z opublikowanymi listami.
findings-advice-keep = Proszę na razie niczego nie usuwać i nie resetować telefonu. Najpierw proszę zachować dowody i przygotować plan bezpieczeństwa.
findings-advice-safety = Osoba, która obserwuje, może zauważyć zmianę. Przed każdą zmianą proszę zapytać organizację pomocową.
findings-advice-officer = Dla policji: proszę sfotografować ekrany, zapisać godzinę oraz zapytać o inne urządzenia i o dzieci.
findings-advice-risk = Proszę zakończyć ocenę ryzyka przed oddaniem telefonu.
finding-title = { $id }: { $outcome }
label-subject-name = Nazwa
label-subject-kind = Rodzaj
label-subject-id = Dokładny identyfikator
label-subject-state = Stan
label-family = Rodzina
label-category = Kategoria
label-also = Ta sama oznaka jest też na liście dla
subject-kind-app = Aplikacja
subject-kind-profile = Profil konfiguracyjny
subject-kind-setting = Ustawienie
subject-kind-file = Plik
subject-kind-domain = Adres internetowy
subject-kind-device = Telefon
subject-state-installed = Zainstalowane
subject-state-removed = Było zainstalowane, teraz tego nie ma
subject-state-seen = Tylko wzmianka
subject-state-domain = Telefon łączył się z nim lub tak go ustawiono
subject-state-present = Jest na telefonie
part-harmless = Nieszkodliwe wyjaśnienie
part-can-do = Co może robić
part-does-not-tell = Czego to nam nie mówi
reasons-table = Co zaobserwowano dla { $id }
column-observed = Co zaobserwowano
column-where = Gdzie
column-sign = Oznaka na liście
column-weight = Waga i źródło
basis-power = Aplikacja ma to szczególne uprawnienie: { $power }.
basis-declared = Aplikacja sama to o sobie podaje.
strength-identifying = Wystarcza sama
strength-supporting = Liczy się razem z inną
strength-context = Tylko wyjaśnia
weight-listed = { $strength }. Źródło: { $source }, pierwszy raz na liście { $date }.
weight-undated = { $strength }. Źródło: { $source }.
weight-none = { $strength }. Nie pochodzi z listy.
statement-heading = Co mówi o tym ta osoba
statement-question = Czy to Pani/Pana własne ustawienie?

inventory-heading = Załącznik: aplikacje i profile
inventory-intro = Ta osoba poprosiła o tę listę lub zgodziła się na nią. Obecność na tej liście nic nie mówi o aplikacji.
inventory-apps = Aplikacje ({ $count })
inventory-profiles = Profile ({ $count })
inventory-no-profiles = Na liście nie ma żadnego profilu.
inventory-no-apps = Na liście nie ma żadnej aplikacji.
column-app = Aplikacja
column-version = Wersja i stan
column-origin = Zainstalowane przez
column-digests = Sumy kontrolne i szczególne uprawnienia
column-profile = Profil
column-name = Nazwa
column-organisation = Organizacja
inventory-user = Użytkownik { $user }
inventory-system = Od początku na telefonie
inventory-disabled = Wyłączone
inventory-signer-sha256 = SHA-256 podpisującego:
inventory-signer-sha1 = SHA-1 podpisującego:
inventory-file-sha256 = SHA-256 pliku:
inventory-powers = Szczególne uprawnienia: { $powers }

limits-heading = Czego takie sprawdzenie nie może powiedzieć
limit-screening = To jest wstępne sprawdzenie. To nie jest badanie kryminalistyczne i go nie zastępuje.
limit-accounts = Nie widzi kont. Ktoś, kto zna hasło, może obserwować z innego urządzenia.
limit-devices = Nie widzi innych urządzeń, takich jak lokalizatory, samochody, zegarki, kamery i wspólne tablety.
limit-traces = Nie znajduje oprogramowania, które nie zostawiło śladu w tym, co odczytano.
limit-seals = Ta wersja nie sprawdza pieczęci plików aplikacji. Podrobiony plik może pokazywać skopiowaną pieczęć.
limit-names = Samą nazwę można skopiować. Każde ustalenie podaje, co porównano.
limit-date = Sygnatury są z dnia { $date }. Nowszego oprogramowania na nich nie ma.
limit-self-report = To, co telefon podaje o sobie, może być nieprawdą, jeśli zmieniono jego system.

actions-heading = Co to sprawdzenie zrobiło z telefonem
actions-none = Nic. To sprawdzenie odczytało kopię zrobioną wcześniej i nie dotykało telefonu.
actions-table = Co zrobiono z telefonem
column-when = Kiedy (UTC)
column-what = Co

integrity-heading = Integralność i jak ją sprawdzić
integrity-inputs = Każdy odczytany plik ma sumę kontrolną SHA-256. Zmiana jednej litery zmienia tę sumę.
integrity-table = Co odczytano
column-input = Dane wejściowe
column-bytes = Bajty
column-sha256 = SHA-256
input-kind-androidqf_folder = Folder AndroidQF
input-kind-androidqf_zip = Archiwum AndroidQF
input-kind-apk = Plik aplikacji
integrity-no-inputs = Na liście nie ma danych wejściowych.
integrity-how = Aby sprawdzić dane, proszę jeszcze raz obliczyć sumę kontrolną i porównać ją z tabelą:
integrity-how-folder = Sam folder nie ma bajtów. W folderze proszę podać wszystkie jego pliki, które są w tabeli:
integrity-embedded = Plik PDF zawiera ten sam raport jako dane, w pliku report.json. To polecenie go wyjmuje:
integrity-same = Ten sam materiał dowodowy, sygnatury i podany czas dają te same bajty. Każdy może to sprawdzić ponownie.
integrity-id = Numer raportu powstaje z treści pliku report.json. Jeśli treść się zmieni, numer przestanie pasować.

custody-heading = Łańcuch dowodowy
custody-intro = Do wypełnienia odręcznie za każdym razem, gdy telefon lub ten raport przechodzi w inne ręce.
custody-table = Kto komu co przekazał
column-date-time = Data i godzina
column-item = Przedmiot i numer plomby lub koperty
column-from = Od (imię i nazwisko, podpis)
column-to = Do (imię i nazwisko, podpis)

help-heading = Pomoc
help-danger = Jeśli grozi Pani/Panu niebezpieczeństwo teraz, proszę zadzwonić pod 999. Jeśli nie można mówić, proszę nacisnąć 55, gdy padnie taka prośba.
help-table = Gdzie szukać pomocy
column-service = Kto
column-contact = Jak
help-next-heading = Kolejne kroki
help-next-keep = Proszę trzymać ten raport tam, gdzie nikt inny go nie znajdzie. Może go przechować ktoś zaufany lub organizacja pomocowa.
help-next-plan = Zanim coś zmieni się w telefonie, proszę przygotować plan bezpieczeństwa z organizacją pomocową.
help-next-other = Proszę poprosić o pomoc także w sprawdzeniu kont, udostępnianej lokalizacji i innych urządzeń.
help-next-diary = Proszę zapisywać, co się dzieje, z dniem i godziną.

sources-heading = Źródła i autorstwo
sources-intro = Listy pochodzą od tych osób i organizacji. Nie przygotowały one tego raportu i za niego nie odpowiadają.
sources-none = Sygnatury nie podają żadnego źródła.
fonts-note = Złożono czcionkami Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi i Noto Naskh Arabic (SIL Open Font License 1.1).

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = Dokument
report-heading-person = Sprawdzenie telefonu: Pani/Pana egzemplarz raportu
label-seal = Zapieczętowano kluczem
seal-none = Ten raport nie ma pieczęci.
label-record = SHA-256 zapisu dowodów
label-rescan-of = Sporządzono ponownie z raportu
rescan-of-unknown = Raport, którego nie było
rescan-of-value = { $id }, w którym użyto sygnatur { $version }
expected-line = Oczekiwane w tym telefonie: { $reason }
table-more = { $count ->
    [one] Jeszcze jedna pozycja jest tylko w report.json.
    [few] Jeszcze { $count } pozycje są tylko w report.json.
    [many] Jeszcze { $count } pozycji jest tylko w report.json.
   *[other] Jeszcze { $count } pozycji jest tylko w report.json.
}
field-blank = Do wypełnienia ręcznie
code-label = Numer raportu
code-label-sealed = Numer raportu i klucz pieczęci
code-alternative = Kod QR, który zawiera: { $holds }
label-training = Przeszkolenie w tym programie
label-present = Osoby obecne
agreement-intro-case = Zapisał to funkcjonariusz. Żadna maszyna tego nie zaobserwowała. Pusta linia nie została wypełniona.
label-agreement-time = Data i godzina zgody
label-agreement-form = Formularz i jego numer
notice-written = Na piśmie
notice-spoken = Tylko ustnie
notice-not-given = Nie przekazano
scope-identifiers = identyfikatory telefonu
scope-inventory = lista wszystkich aplikacji i profili
scope-record = zapis dowodów, przechowywany z raportem
label-agreement-risk = Ocena ryzyka
label-exhibit = Numer dowodu rzeczowego lub depozytu
described-heading = Telefon w chwili przekazania
described-note = Zapisał to człowiek. Żaden program nie odczytał tego z telefonu.
label-described = Jak wygląda
label-serial-number = Numer seryjny
label-imei = IMEI
label-phone-number = Numer telefonu
identifiers-not-agreed = Numer seryjny, IMEI i numer telefonu pominięto. Nic tutaj nie mówi, że wyrażono na nie zgodę.
times-heading = Czas
times-note = Każdy czas podano w UTC oraz w strefie telefonu, jeśli jest znana.
label-stated = Czas tego raportu
not-checked-heading = Czego nie sprawdzono
not-checked-table = Czego nie sprawdzono
skipped-count = { $count ->
    [0] Nie pominięto żadnego wpisu w tym, co odczytano.
    [one] Pominięto jeden wpis w tym, co odczytano.
    [few] Pominięto { $count } wpisy w tym, co odczytano.
    [many] Pominięto { $count } wpisów w tym, co odczytano.
   *[other] Pominięto { $count } wpisu w tym, co odczytano.
}
looks-heading = Ustalenia: warto się przyjrzeć
looks-none = To sprawdzenie nie znalazło nic więcej, czemu warto się przyjrzeć.
findings-short = Kolejne ustalenia podano w skrócie. Każde jest w całości w report.json.
findings-short-table = Więcej ustaleń, w skrócie
part-meaning = Co to może znaczyć
part-observed = Co zaobserwowano
label-photographs = Zdjęcia ekranów (numery)
statement-note = Własna relacja tej osoby. Żadna maszyna tego nie zaobserwowała.
statement-words = Własnymi słowami tej osoby
statement-time = Powiedziano
answer-set-up = Tak, to moje ustawienie.
answer-knew = Wiem o tym.
answer-did-not-know = Nic mi o tym nie było wiadomo.
answer-not-sure = Nie mam pewności.
statements-heading = Co ta osoba mówi o innych rzeczach
statements-intro = Te oświadczenia nie dotyczą żadnego ustalenia.
statement-title = Oświadczenie { $number }
statement-about = Dotyczy
statement-part = Co mówi ta osoba
inventory-not-agreed = Listę aplikacji i profili pominięto. Nic tutaj nie mówi, że wyrażono na nią zgodę.
integrity-package-heading = Pakiet
integrity-package = Jeśli ten raport był w pakiecie, program może sprawdzić całość:
integrity-manifest = Bez programu proszę otworzyć pakiet i sprawdzić każdy plik według jego listy:
integrity-seal = To polecenie sprawdza pieczęć. Musi wskazać klucz podany wyżej:
record-bytes = bajty: { $bytes }
integrity-inputs-heading = Co odczytano
