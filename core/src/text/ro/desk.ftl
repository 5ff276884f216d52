# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-22.

desk-stage-opening = Se deschide
desk-stage-reading = Se citește
desk-stage-apps = Se citesc aplicațiile
desk-stage-comparing = Se compară
desk-stage-writing = Se scrie raportul

desk-nothing-found = Această verificare nu a găsit nimic de pe listele sale. Ea nu poate vedea totul.
desk-keep = Nu eliminați nimic și nu resetați telefonul. Mai întâi păstrați raportul și faceți un plan de siguranță.
desk-skipped = { $count ->
    [one] O înregistrare nu a putut fi citită.
    [few] { $count } înregistrări nu au putut fi citite.
   *[other] { $count } de înregistrări nu au putut fi citite.
}
desk-more-findings = { $count ->
    [one] Încă o constatare este în raport.
    [few] Încă { $count } constatări sunt în raport.
   *[other] Încă { $count } de constatări sunt în raport.
}
desk-more-surfaces = { $count ->
    [one] Încă un element este în raport.
    [few] Încă { $count } elemente sunt în raport.
   *[other] Încă { $count } de elemente sunt în raport.
}
desk-report-id = Raport
desk-written = Scris

desk-cause = Cauză:
desk-remedy = Ce este de făcut:
desk-failure-not-found = Probele nu au fost găsite.
desk-remedy-not-found = Verificați calea. O cale cu spații trebuie pusă între ghilimele.
desk-failure-unreadable = Probele nu au putut fi deschise.
desk-remedy-unreadable = Verificați dacă aveți voie să le citiți sau copiați-le mai întâi într-un folder al dumneavoastră.
desk-failure-empty = Probele sunt goale.
desk-remedy-empty = Colectați-le din nou de pe telefon sau indicați altă cale.
desk-failure-damaged = Arhiva este trunchiată sau deteriorată.
desk-remedy-damaged = Copiați-o din nou din locul în care a fost făcută. Păstrați și fișierul deteriorat.
desk-failure-encrypted = Probele sunt criptate.
desk-remedy-encrypted = Decriptați-le mai întâi, de exemplu cu instrumentul age, și indicați rezultatul.
desk-failure-not-a-phone = Acestea nu par a fi probe de pe un telefon.
desk-remedy-not-a-phone = Indicați un folder AndroidQF, un fișier zip AndroidQF sau un fișier APK.
desk-failure-too-many = Probele au prea multe intrări pentru o citire a unui telefon.
desk-remedy-too-many = Indicați citirea propriu-zisă, nu un folder care conține multe alte lucruri.
desk-failure-signatures = Semnăturile de detecție nu pot fi folosite.
desk-remedy-signatures = Omiteți --signatures pentru a folosi semnăturile de detecție incluse sau obțineți fișierul din nou.
desk-failure-nothing-asked = Nu au fost indicate probe.
desk-remedy-nothing-asked = Indicați o cale: rushlight scan PATH
desk-failure-render = Raportul nu a putut fi creat.
desk-remedy-render = Cereți alt format cu --formats și anunțați autorii programului.
desk-failure-write = Raportul nu a putut fi scris.
desk-remedy-write = Verificați dacă folderul există, dacă aveți voie să scrieți în el și dacă discul nu este plin.
desk-failure-print = Rezultatul nu a putut fi afișat.
desk-remedy-print = Verificați unde ajunge rezultatul sau folosiți -o pentru a scrie fișiere.

desk-signatures-file = Fișier
desk-signatures-version = Versiune
desk-signatures-built = Data creării
desk-signatures-sha256 = SHA-256
desk-signatures-families = Familii
desk-signatures-indicators = Indicatori
desk-signatures-counts = încărcate: { $loaded }, utilizabile: { $usable }, respinse: { $refused }
