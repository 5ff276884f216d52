# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-22.

language-draft = Acest text este o traducere provizorie și trebuie citit de un om. Unde diferă, contează textul în engleză.

report-title = Verificarea telefonului: raport de verificare preliminară
report-footer = Raport { $id }
report-page = Pagina { $page } din { $pages }

outcome-match = Potrivire
outcome-worth-a-look = Merită o privire
outcome-not-checked = Neverificat
outcome-match-meaning = Este pe o listă publicată.
outcome-worth-a-look-meaning = Adesea inofensiv. Vă rugăm să citiți de ce.
outcome-not-checked-meaning = Nu a putut fi citit. Motivul este în raport.

page-one-what = Acesta este un raport de verificare preliminară. Nu este o expertiză criminalistică.
page-one-method = Un program a comparat ce s-a putut citi de pe acest telefon cu liste publicate de programe de urmărire.
page-one-counts = Rezultate
summary-found = { $matches ->
    [0] Această verificare nu a găsit nicio potrivire cu listele publicate.
    [one] Această verificare a găsit 1 potrivire cu listele publicate.
    [few] Această verificare a găsit { $matches } potriviri cu listele publicate.
   *[other] Această verificare a găsit { $matches } de potriviri cu listele publicate.
}
summary-looks = { $looks ->
    [one] A găsit 1 lucru care merită o privire.
    [few] A găsit { $looks } lucruri care merită o privire.
   *[other] A găsit { $looks } de lucruri care merită o privire.
}
summary-nothing = Această verificare nu a găsit nicio aplicație și niciun profil de pe lista sa (indicii: { $indicators }, lista din { $date }).
summary-nothing-incomplete = Unele lucruri nu au putut fi citite, deci acest răspuns nu este complet.
summary-not-checked = { $count ->
    [one] Un lucru a rămas neverificat, pentru că nu s-a putut. Raportul spune care și de ce.
    [few] { $count } lucruri au rămas neverificate, pentru că nu s-a putut. Raportul spune care și de ce.
   *[other] { $count } de lucruri au rămas neverificate, pentru că nu s-a putut. Raportul spune care și de ce.
}
summary-cannot-see = Verificarea nu poate vedea totul.
summary-feeling = Dacă simțiți în continuare că vă urmărește cineva, aveți încredere în ce simțiți. Pașii următori sunt la „Ajutor”.
summary-next = Vă rugăm să păstrați acest raport și să nu schimbați încă nimic pe telefon. Vorbiți mai întâi cu cineva de încredere.
page-one-identity = Această verificare

found-table = Ce s-a găsit
column-found-number = Nr.
column-found-word = Rezultat
column-found-subject = Unde
column-found-family = Pe listă ca
found-no-family = Nu este pe o listă
found-more = { $count ->
    [one] Încă o constatare este la „Constatări”.
    [few] Încă { $count } constatări sunt la „Constatări”.
   *[other] Încă { $count } de constatări sunt la „Constatări”.
}

label-device = Dispozitiv
label-stated-utc = Ora raportului (UTC)
label-stated-local = Ora raportului (fusul orar al telefonului)
label-report-id = Numărul raportului
label-tool = Program
label-bundle = Semnături de detecție
label-bundle-sha256 = SHA-256 al semnăturilor de detecție
label-indicators = Indicii pe listă
indicators-value = încărcate: { $loaded }, utilizabile: { $usable }, respinse: { $refused }
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }, creat la { $date }, familii: { $families }
zone-unknown = Fusul orar al telefonului nu este cunoscut.
unknown = Necunoscut
time-utc = { $date }, { $time } UTC
time-local = { $date }, { $time } ({ $zone }, { $offset })

who-heading = Cine a făcut această verificare
label-officer = Nume, număr și funcție
label-station = Secție sau serviciu
label-reference = Număr de referință
label-place = Loc
label-signature = Semnătura și data

agreement-heading = Acord și temei legal
agreement-intro = Se completează de mână. Vă rugăm să lăsați un rând gol mai degrabă decât să ghiciți.
label-agreement-person = Persoana care a predat telefonul
label-agreement-notice = Informare oferită și în ce fel
label-agreement-basis = Temei legal
label-agreement-scope = Cu ce a fost de acord persoana
label-agreement-refused = Ce a refuzat persoana
label-agreement-owner = Al cui este telefonul și cine îl plătește
label-agreement-safety = Verificarea siguranței persoanei înainte de citirea telefonului
label-agreement-signature = Semnătura persoanei și data

device-heading = Telefonul
label-platform = Sistem
label-make = Marcă
label-model = Model
label-os-version = Versiunea sistemului
label-api-level = Nivel API
label-security-patch = Corecții de securitate până la
label-build = Numărul versiunii (build)
label-locale = Limbă
label-zone = Fus orar
label-verified-boot = Starea pornirii verificate
label-acquired-with = Citit cu
label-acquisition-id = Numărul acestei citiri
label-acquisition-started = Citirea a început
label-acquisition-completed = Citirea s-a încheiat
label-device-time = Ceasul telefonului
label-clock-drift = Ceasul telefonului minus ora indicată
clock-drift = { $seconds } s
label-serial = Număr de serie sau IMEI (de mână)
platform-android = Android
platform-ios = iOS
platform-unknown = Necunoscut
device-note = Telefonul spune aceste lucruri despre sine. Un sistem modificat poate spune altceva.

checked-heading = Ce s-a verificat și ce nu
checked-intro = O verificare poate vorbi doar despre ce a putut citi. Ce nu s-a citit poate conține orice.
checked-table = Ce s-a verificat
column-surface = Ce
column-state = Stare
column-records = Înregistrări
column-reason = Ce înseamnă sau de ce nu s-a citit
state-read = Citit
state-unavailable = Neverificat
state-not_asked = Nu s-a cerut
state-read-skipped = Citit în parte
skipped-heading = Înregistrări lăsate deoparte
skipped-none = Din ce s-a citit, nicio înregistrare nu a fost lăsată deoparte.
skipped-table = Înregistrări lăsate deoparte
skipped-more = Au fost lăsate deoparte și altele, care nu sunt enumerate aici: { $count }.
column-record = Înregistrare
column-why = De ce

findings-heading = Constatări: potriviri
findings-none = Această verificare nu a găsit nicio potrivire cu listele publicate.
findings-advice-keep = Vă rugăm să nu eliminați nimic și să nu resetați încă telefonul. Mai întâi păstrați probele și faceți un plan de siguranță.
findings-advice-safety = O persoană care urmărește poate observa o schimbare. Vă rugăm să întrebați un serviciu de sprijin înainte de orice schimbare.
findings-advice-officer = Pentru poliție: fotografiați ecranele, notați ora și întrebați despre alte dispozitive și despre copii.
findings-advice-risk = Vă rugăm să încheiați evaluarea riscului înainte de a înapoia telefonul.
finding-title = { $id }: { $outcome }
label-subject-name = Nume
label-subject-kind = Fel
label-subject-id = Identificator exact
label-subject-state = Stare
label-family = Familie
label-category = Categorie
label-also = Același indiciu apare pe listă și pentru
subject-kind-app = Aplicație
subject-kind-profile = Profil de configurare
subject-kind-setting = Setare
subject-kind-file = Fișier
subject-kind-domain = Adresă de internet
subject-kind-device = Telefonul
subject-state-installed = Instalat
subject-state-removed = A fost instalat, acum nu mai este
subject-state-seen = Doar menționat
subject-state-domain = Contactată sau setată pentru folosire
subject-state-present = Prezent pe telefon
part-harmless = O explicație inofensivă
part-can-do = Ce poate face
part-does-not-tell = Ce nu ne spune acest lucru
reasons-table = Ce s-a observat pentru { $id }
column-observed = Ce s-a observat
column-where = Unde
column-sign = Indiciu pe listă
column-weight = Pondere și sursă
basis-power = Aplicația are acest acces special: { $power }.
basis-declared = Aplicația spune acest lucru despre sine.
strength-identifying = Suficient singur
strength-supporting = Contează împreună cu altul
strength-context = Doar explică
weight-listed = { $strength }. Sursa: { $source }, pe listă din { $date }.
weight-undated = { $strength }. Sursa: { $source }.
weight-none = { $strength }. Nu provine de pe o listă.
statement-heading = Ce spune persoana despre acest lucru
statement-question = Ați configurat dumneavoastră acest lucru?

inventory-heading = Anexă: aplicații și profiluri
inventory-intro = Persoana a cerut această listă sau a fost de acord cu ea. Prezența pe această listă nu spune nimic despre o aplicație.
inventory-apps = Aplicații ({ $count })
inventory-profiles = Profiluri ({ $count })
inventory-no-profiles = Nu este enumerat niciun profil.
inventory-no-apps = Nu este enumerată nicio aplicație.
column-app = Aplicație
column-version = Versiune și stare
column-origin = Instalată de
column-digests = Sume de control și acces special
column-profile = Profil
column-name = Nume
column-organisation = Organizație
inventory-user = Utilizatorul { $user }
inventory-system = A venit cu telefonul
inventory-disabled = Dezactivată
inventory-signer-sha256 = SHA-256 al semnatarului:
inventory-signer-sha1 = SHA-1 al semnatarului:
inventory-file-sha256 = SHA-256 al fișierului:
inventory-powers = Acces special: { $powers }

limits-heading = Ce nu poate spune o verificare ca aceasta
limit-screening = Aceasta este o verificare preliminară. Nu este o expertiză criminalistică și nu o înlocuiește.
limit-accounts = Nu vede conturile. Cineva care știe o parolă poate urmări de pe alt dispozitiv.
limit-devices = Nu vede alte dispozitive, cum ar fi etichete de localizare, mașini, ceasuri, camere și tablete comune.
limit-traces = Programele care nu au lăsat nicio urmă în ce s-a citit nu sunt găsite.
limit-seals = Această versiune nu verifică sigiliile fișierelor de aplicație. Un fișier falsificat poate arăta un sigiliu copiat.
limit-names = Un nume singur poate fi copiat. Fiecare constatare spune ce s-a comparat.
limit-date = Semnăturile de detecție sunt din { $date }. Programele mai noi nu sunt în ele.
limit-self-report = Ce spune telefonul despre sine poate fi fals dacă sistemul său a fost modificat.

actions-heading = Ce a făcut această verificare telefonului
actions-none = Nimic. Această verificare a citit o copie făcută mai devreme și nu a atins telefonul.
actions-table = Ce s-a făcut cu telefonul
column-when = Când (UTC)
column-what = Ce

integrity-heading = Integritatea și cum se verifică
integrity-inputs = Fiecare fișier citit are o sumă de control SHA-256. O singură literă schimbată modifică suma de control.
integrity-table = Ce s-a citit
column-input = Intrare
column-bytes = Octeți
column-sha256 = SHA-256
input-kind-androidqf_folder = Folder AndroidQF
input-kind-androidqf_zip = Arhivă AndroidQF
input-kind-apk = Fișier de aplicație
integrity-no-inputs = Nu este enumerată nicio intrare.
integrity-how = Pentru a verifica o intrare, calculați din nou suma ei de control și comparați-o cu tabelul:
integrity-how-folder = Un folder nu are octeți proprii. În interiorul lui, indicați toate fișierele sale care apar în tabel:
integrity-embedded = Documentul PDF conține același raport ca date, în fișierul report.json. Această comandă îl extrage:
integrity-same = Aceleași probe, semnături de detecție și oră indicată dau aceiași octeți. Oricine poate verifica din nou.
integrity-id = Numărul raportului vine din conținutul fișierului report.json. Dacă se schimbă conținutul, numărul nu se mai potrivește.

custody-heading = Lanțul de custodie
custody-intro = Se completează de mână de fiecare dată când telefonul sau acest raport trece la altcineva.
custody-table = Cine, ce și cui a predat
column-date-time = Data și ora
column-item = Obiectul și numărul sigiliului sau al pungii
column-from = De la (nume, semnătură)
column-to = Către (nume, semnătură)

help-heading = Ajutor
help-danger = Dacă sunteți în pericol acum, sunați la 999. Dacă nu puteți vorbi, apăsați 55 când vi se cere.
help-table = Unde găsiți ajutor
column-service = Cine
column-contact = Cum
help-next-heading = Pașii următori
help-next-keep = Păstrați acest raport unde nu îl poate găsi nimeni altcineva. Îl poate ține cineva de încredere sau un serviciu de sprijin.
help-next-plan = Faceți un plan de siguranță cu un serviciu de sprijin înainte de a schimba ceva pe telefon.
help-next-other = Cereți ajutor și pentru a verifica conturile, locațiile distribuite și alte dispozitive.
help-next-diary = Notați ce se întâmplă, cu ziua și ora.

sources-heading = Surse și autori
sources-intro = Listele provin de la aceste persoane și organizații. Ele nu au făcut acest raport și nu răspund pentru el.
sources-none = Semnăturile de detecție nu indică nicio sursă.
fonts-note = Compus cu fonturile Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi și Noto Naskh Arabic (SIL Open Font License 1.1).

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = Document
report-heading-person = Verificarea telefonului: exemplarul dumneavoastră al raportului
label-seal = Sigilat cu cheia
seal-none = Acest raport nu are sigiliu.
label-record = SHA-256 al înregistrării probelor
label-rescan-of = Refăcut din raportul
rescan-of-unknown = Un raport care nu era acolo
rescan-of-value = { $id }, care a folosit semnăturile { $version }
expected-line = De așteptat pe acest telefon: { $reason }
table-more = { $count ->
    [one] Încă unul este doar în report.json.
    [few] Încă { $count } sunt doar în report.json.
   *[other] Încă { $count } sunt doar în report.json.
}
field-blank = De completat de mână
code-label = Numărul raportului
code-label-sealed = Numărul raportului și cheia sigiliului
code-alternative = Cod QR care conține: { $holds }
label-training = Instruire în acest program
label-present = Persoane prezente
agreement-intro-case = Agentul a scris acestea. Nicio mașină nu le-a observat. Un rând gol nu a fost completat.
label-agreement-time = Data și ora acordului
label-agreement-form = Formularul și numărul lui
notice-written = În scris
notice-spoken = Doar verbal
notice-not-given = Nu a fost dată
scope-identifiers = identificatorii telefonului
scope-inventory = lista tuturor aplicațiilor și profilurilor
scope-record = înregistrarea probelor, păstrată cu raportul
label-agreement-risk = Evaluarea riscului
label-exhibit = Numărul probei sau al bunului
described-heading = Telefonul așa cum a fost predat
described-note = O persoană a scris acestea. Niciun program nu le-a citit din telefon.
label-described = Cum arată
label-serial-number = Număr de serie
label-imei = IMEI
label-phone-number = Număr de telefon
identifiers-not-agreed = Numărul de serie, IMEI și numărul de telefon sunt lăsate deoparte. Nimic de aici nu spune că s-a consimțit la ele.
times-heading = Ore
times-note = Toate orele sunt în UTC și în fusul telefonului, unde este cunoscut.
label-stated = Ora acestui raport
not-checked-heading = Ce nu a fost verificat
not-checked-table = Ce nu a fost verificat
skipped-count = { $count ->
    [0] Nicio înregistrare nu a fost lăsată deoparte din ce s-a citit.
    [one] O înregistrare a fost lăsată deoparte din ce s-a citit.
    [few] { $count } înregistrări au fost lăsate deoparte din ce s-a citit.
   *[other] { $count } de înregistrări au fost lăsate deoparte din ce s-a citit.
}
looks-heading = Constatări: merită o privire
looks-none = Această verificare nu a găsit altceva care merită o privire.
findings-short = Următoarele constatări sunt listate pe scurt. Fiecare este întreagă în report.json.
findings-short-table = Alte constatări, pe scurt
part-meaning = Ce poate însemna
part-observed = Ce s-a observat
label-photographs = Fotografii ale ecranelor (numere)
statement-note = Relatarea persoanei. Nicio mașină nu a observat aceasta.
statement-words = Cu propriile cuvinte ale persoanei
statement-time = Spus la
answer-set-up = Da, eu am instalat.
answer-knew = Știam de aceasta.
answer-did-not-know = Nu știam de aceasta.
answer-not-sure = Nu știu exact.
statements-heading = Ce spune persoana despre alte lucruri
statements-intro = Aceste declarații nu sunt despre o constatare.
statement-title = Declarația { $number }
statement-about = Despre
statement-part = Ce spune persoana
inventory-not-agreed = Lista aplicațiilor și a profilurilor este lăsată deoparte. Nimic de aici nu spune că s-a consimțit la ea.
integrity-package-heading = Pachetul
integrity-package = Dacă acest raport a venit într-un pachet, programul îl poate verifica în întregime:
integrity-manifest = Fără program, deschideți pachetul și verificați fiecare fișier după lista lui:
integrity-seal = Această comandă verifică sigiliul. Trebuie să numească cheia de mai sus:
record-bytes = octeți: { $bytes }
integrity-inputs-heading = Ce s-a citit
