# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-23.

rescan-same = Înregistrarea probelor dă același raport ca înainte.
rescan-says-the-same = Constatările sunt aceleași ca în raportul de lângă înregistrarea probelor.
rescan-program = Program: { $earlier }, acum { $later }.
rescan-signatures = Semnături de detecție: { $earlier }, acum { $later }.
rescan-language = Limbă: { $earlier }, acum { $later }.
rescan-edition = Exemplar pentru: { $earlier }, acum { $later }.
rescan-only-later = Nou: { $outcome }, { $name }.
rescan-only-earlier = Nu mai apare: { $outcome }, { $name }. Poate fi încă pe telefon.
rescan-outcome = { $name }: era „{ $earlier }”. Acum este „{ $later }”.
rescan-family = { $name }: înainte era indicat: { $earlier }. Acum este indicat: { $later }.
rescan-no-family = nicio familie
rescan-reasons = { $name }: motive adăugate: { $added }, motive care nu mai sunt: { $gone }.
rescan-surface = { $surface }: era „{ $earlier }”. Acum este „{ $later }”.
rescan-surface-records = { $surface }: au fost citite sau lăsate deoparte alte înregistrări.
rescan-surface-missing = lipsește

compare-other-phone = Este posibil ca aceste două verificări să nu fie ale aceluiași telefon
compare-device-platform = Sistem: { $earlier }, apoi { $later }.
compare-device-make = Marcă: { $earlier }, apoi { $later }.
compare-device-model = Model: { $earlier }, apoi { $later }.
compare-device-serial = Număr de serie: { $earlier }, apoi { $later }.
compare-device-imei = IMEI: { $earlier }, apoi { $later }.
compare-added = Aplicații noi
compare-added-app = { $app }: { $state }.
compare-removed = Aplicații care nu mai sunt acolo
compare-removed-app = { $app }: era „{ $state }”.
compare-state = Aplicații care sunt acolo în altă stare
compare-signers = Aplicații cu alt semnatar
compare-resigned = { $app }: semnată de altcineva. Este posibil ca aplicația să fi fost înlocuită.
compare-rotated = { $app }: producătorul ei a schimbat cheia, iar cheia veche confirmă acest lucru.
compare-powers-on = Acces special nou
compare-power-on = { $app }: { $power }
compare-granted = Permisiuni noi
compare-granted-app = { $app }: { $permissions }.
compare-enabled = Aplicații activate sau dezactivate
compare-switched-on = { $app }: activată.
compare-switched-off = { $app }: dezactivată.
compare-installer = Aplicații pe care le-a instalat altă aplicație
compare-profiles = Profiluri de configurare
compare-profile-added = { $profile }: nou.
compare-profile-removed = { $profile }: nu mai este acolo.
compare-profile-changed = { $profile }: are alt conținut.
compare-powers-off = Acces special care nu mai este
compare-power-off = { $app }: { $power }
compare-updated = Aplicații cu altă versiune
compare-settings = Setări
compare-setting-absent = nesetat
compare-app-from-to = { $app }: { $earlier }, apoi { $later }.
compare-app-of-user = { $app }, utilizatorul { $user }
compare-not-certain = Cealaltă verificare nu a citit totul, deci este posibil să fi fost la fel și acolo.
compare-not-compared = Nu s-a comparat
compare-both = Ambele verificări:
compare-earlier = Verificarea anterioară:
compare-later = Verificarea ulterioară:
compare-partly = { $count ->
    [one] O înregistrare nu a putut fi citită.
    [few] { $count } înregistrări nu au putut fi citite.
   *[other] { $count } de înregistrări nu au putut fi citite.
}
compare-not-asked = Nu a fost examinat.
compare-signers-not-compared = { $app }: cele două verificări nu spun amândouă cine a semnat-o.
compare-settings-not-compared = Setările „{ $namespace }”: doar o verificare le are.
compare-checks = Verificarea anterioară: { $earlier }. Verificarea ulterioară: { $later }.
compare-nothing = Nu s-a găsit nicio diferență în ce au citit ambele verificări. Ele nu pot vedea totul.
compare-more = { $count ->
    [one] Încă un element este în rezultatul --json.
    [few] Încă { $count } elemente sunt în rezultatul --json.
   *[other] Încă { $count } de elemente sunt în rezultatul --json.
}

rescan-difference = Față de raportul de lângă înregistrarea probelor
rescan-no-report = Nu există un raport lângă înregistrarea probelor.
rescan-other-report = Raportul de lângă înregistrarea probelor este al altei înregistrări. Nu a fost comparat.
rescan-unreadable-report = Raportul de lângă înregistrarea probelor nu a putut fi citit. Nu a fost comparat.

record-failure = Înregistrarea probelor nu poate fi folosită.
record-remedy = Copiați-o din nou din locul în care a fost făcută. Păstrați-o și pe aceasta.
record-failure-none = Nu conține o înregistrare a probelor.
record-remedy-none = O înregistrare a probelor se păstrează doar dacă persoana a fost de acord. Verificați din nou telefonul.
record-failure-changed = Acest pachet a fost modificat sau nu este așa cum l-a scris Rushlight.
record-remedy-changed = „rushlight verify” spune ce nu se confirmă. Nu vă bazați pe acest pachet.
