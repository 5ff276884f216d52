# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = Vă rugăm să sunați de pe un telefon la care nu se poate uita nimeni altcineva.
help-dated = Numere pentru { $region }, din { $date }.
help-reviewed = Lista a fost citită de { $by }.
help-not-reviewed = Niciun serviciu de sprijin nu a verificat-o încă.
help-no-region = Nu există o listă de ajutor pentru regiunea „{ $region }”. Cereți numere de la poliție sau de la un serviciu de sprijin.

help-text-999 = Dacă nu puteți suna, puteți trimite un SMS la 999. Trimiteți mai întâi „register” la 999, înainte de a avea nevoie.
help-bsl-999 = În limbajul semnelor britanic: 999bsl.co.uk sau aplicația 999 BSL.
help-101 = Dacă nu este urgent, sunați la poliție la 101.

help-about-stalking = Pentru oricine este urmărit și hărțuit.
help-about-advocacy = Urmărire și hărțuire: cineva care vorbește în numele dumneavoastră.
help-about-domestic-abuse = Violență domestică.
help-about-cyber = Abuz și urmărire online.
help-about-men = Violență domestică, pentru bărbați.
help-about-lgbt = Abuz, pentru persoane LGBT+.
help-about-honour = Abuz în numele onoarei și căsătorie forțată.
help-about-own-behaviour = Pentru cei pe care îi îngrijorează felul în care tratează pe cineva.
help-about-after-crime = Sprijin după o infracțiune.
help-note-not-on-bill = Un apel la acest număr nu apare pe factură.
