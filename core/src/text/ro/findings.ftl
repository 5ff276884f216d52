# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-22.

category-stalkerware = Stalkerware: făcut pentru a urmări în secret o altă persoană
category-mercenary = Programe mercenare: făcute pentru state
category-remote_access = Acces de la distanță: permite cuiva să controleze un telefon de departe
category-monitoring = Monitorizare: pentru părinți, școli și angajatori
category-lost_phone_finder = Găsirea telefonului pierdut
category-dual_use = Aplicație obișnuită cu o a doua utilizare
category-other = { $word }

headline-app-listed = { $state ->
    [installed] Aplicația instalată „{ $name }” se potrivește cu „{ $family }” de pe o listă publicată.
    [removed] Aplicația „{ $name }” a fost instalată mai demult și se potrivește cu „{ $family }” de pe o listă publicată.
   *[seen] Aplicația „{ $name }” este menționată pe acest telefon și se potrivește cu „{ $family }” de pe o listă publicată.
}
headline-app-resembles = { $state ->
    [installed] Aplicația instalată „{ $name }” are ceva în comun cu „{ $family }” de pe o listă publicată.
    [removed] Aplicația „{ $name }” a fost instalată mai demult și are ceva în comun cu „{ $family }” de pe o listă.
   *[seen] Aplicația „{ $name }” este menționată pe acest telefon și are ceva în comun cu „{ $family }”.
}
headline-app-ordinary = { $state ->
    [installed] Aplicația instalată „{ $name }” are utilizări obișnuite și încă una care merită o privire.
    [removed] Aplicația „{ $name }” a fost instalată mai demult și are utilizări obișnuite și încă una.
   *[seen] Aplicația „{ $name }” este menționată pe acest telefon și are utilizări obișnuite și încă una.
}
headline-app-declared = { $state ->
    [installed] Aplicația instalată „{ $name }” spune despre sine că este un instrument de monitorizare.
    [removed] Aplicația „{ $name }” a fost instalată mai demult și spunea despre sine că este un instrument de monitorizare.
   *[seen] Aplicația „{ $name }” este menționată pe acest telefon și spune despre sine că este un instrument de monitorizare.
}
headline-app-plain = { $state ->
    [installed] Aplicația instalată „{ $name }” merită o privire.
    [removed] Aplicația „{ $name }” a fost instalată mai demult și merită o privire.
   *[seen] Aplicația „{ $name }” este menționată pe acest telefon și merită o privire.
}
headline-profile-listed = { $state ->
    [installed] Profilul instalat „{ $name }” se potrivește cu „{ $family }” de pe o listă publicată.
    [removed] Profilul „{ $name }” a fost instalat mai demult și se potrivește cu „{ $family }” de pe o listă publicată.
   *[seen] Profilul „{ $name }” este menționat pe acest telefon și se potrivește cu „{ $family }” de pe o listă publicată.
}
headline-profile-resembles = { $state ->
    [installed] Profilul instalat „{ $name }” are ceva în comun cu „{ $family }” de pe o listă publicată.
    [removed] Profilul „{ $name }” a fost instalat mai demult și are ceva în comun cu „{ $family }”.
   *[seen] Profilul „{ $name }” este menționat pe acest telefon și are ceva în comun cu „{ $family }”.
}
headline-profile-plain = { $state ->
    [installed] Profilul instalat „{ $name }” merită o privire.
    [removed] Profilul „{ $name }” a fost instalat mai demult și merită o privire.
   *[seen] Profilul „{ $name }” este menționat pe acest telefon și merită o privire.
}
headline-setting-listed = Setarea „{ $name }” se potrivește cu „{ $family }” de pe o listă publicată.
headline-setting-resembles = Setarea „{ $name }” are ceva în comun cu „{ $family }” de pe o listă publicată.
headline-setting-plain = Setarea „{ $name }” merită o privire.
headline-file-listed = { $state ->
    [installed] Fișierul „{ $name }” este pe telefon și se potrivește cu „{ $family }” de pe o listă publicată.
    [removed] Fișierul „{ $name }” a fost pe telefon și se potrivește cu „{ $family }” de pe o listă publicată.
   *[seen] Fișierul „{ $name }” este menționat pe acest telefon și se potrivește cu „{ $family }” de pe o listă publicată.
}
headline-file-resembles = { $state ->
    [installed] Fișierul „{ $name }” este pe telefon și are ceva în comun cu „{ $family }”.
    [removed] Fișierul „{ $name }” a fost pe telefon și are ceva în comun cu „{ $family }”.
   *[seen] Fișierul „{ $name }” este menționat pe acest telefon și are ceva în comun cu „{ $family }”.
}
headline-file-plain = { $state ->
    [installed] Fișierul „{ $name }” este pe telefon și merită o privire.
    [removed] Fișierul „{ $name }” a fost pe telefon și merită o privire.
   *[seen] Fișierul „{ $name }” este menționat pe acest telefon și merită o privire.
}
headline-domain-listed = Telefonul a contactat „{ $name }” sau a fost setat să o facă. O listă publicată numește această adresă la „{ $family }”.
headline-domain-resembles = Telefonul a contactat „{ $name }” sau a fost setat să o facă. Această adresă are legătură cu „{ $family }”.
headline-domain-plain = Telefonul a contactat „{ $name }” sau a fost setat să o facă, iar acest lucru merită o privire.
headline-device-listed = Acest telefon arată un indiciu pentru „{ $family }” de pe o listă publicată.
headline-device-resembles = Acest telefon are ceva în comun cu „{ $family }” de pe o listă publicată.
headline-device-plain = Ceva la acest telefon în întregul său merită o privire.

can-do-opening = { $kind ->
    [domain] Programele care folosesc această adresă pot face aceste lucruri.
   *[other] Programele din această familie pot face aceste lucruri.
}
can-do-dual-use = Această aplicație are utilizări obișnuite.
can-do-dual-use-also = Poate face și aceste lucruri.
can-do-dual-use-unrecorded = Poate și să arate altei persoane lucruri de pe acest telefon.
can-do-question = Ați configurat-o dumneavoastră?
can-do-stalkerware = Programele de acest fel pot trimite altei persoane locația, mesajele și apelurile.
can-do-mercenary = Programele de acest fel pot citi aproape tot ce este pe un telefon.
can-do-remote_access = Programele de acest fel pot permite altei persoane să folosească telefonul de la distanță.
can-do-monitoring = Programele de acest fel pot arăta unui părinte sau unui angajator locația, aplicațiile și paginile web.
can-do-lost_phone_finder = Programele de acest fel pot arăta unde este telefonul. Îl pot bloca sau îi pot șterge datele.
can-do-none = Nu avem notat ce poate face. Tabelul de mai jos arată ce s-a observat.

harmless-match = Listele pot greși și pot fi vechi.
harmless-name-only = Aici s-a comparat doar un nume. Altă aplicație poate avea același nume.
harmless-stalkerware = Poate că un membru al familiei sau un angajator a configurat acest lucru în mod deschis. Unii oameni îl instalează doar ca probă.
harmless-mercenary = Astfel de programe sunt rare. Un raport, un test sau o pagină de știri pot lăsa același indiciu.
harmless-remote_access = Poate că cineva care ajuta sau un service l-a folosit în mod deschis. Unii oameni folosesc astfel de instrumente ca să învețe sau să testeze.
harmless-monitoring = Părinții, școlile și angajatorii folosesc în mod deschis astfel de programe. Un telefon de la serviciu sau de la școală le are adesea.
harmless-lost_phone_finder = Mulți oameni configurează acest lucru ca să își găsească telefonul pierdut. Poate fi și inclus într-un contract.
harmless-dual_use = Mulți oameni folosesc această aplicație pentru lucruri obișnuite. Poate că dumneavoastră sau familia distribuiți intenționat lucruri cu ea.
harmless-none = Multe aplicații obișnuite au un astfel de acces special. Au nevoie de el ca să funcționeze.
harmless-declared = O aplicație care spune acest lucru ascunde mai puțin decât altele. Părinții, școlile și angajatorii folosesc în mod deschis astfel de aplicații.
harmless-domain = O pagină web, o reclamă sau un mesaj pot face ca un telefon să contacteze o adresă. Nu este nevoie de o aplicație.
harmless-file = Un fișier poate rămâne de la o descărcare sau dintr-o copie veche a telefonului. Un fișier singur nu face nimic.
harmless-profile = Angajatorii, școlile și operatorii de telefonie folosesc profiluri ca să configureze telefoane.
harmless-setting = Și producătorul, operatorul de telefonie sau un angajator poate face această setare.
harmless-device = Un telefon de test sau un telefon configurat pentru serviciu poate arăta la fel.
harmless-removed = Aplicația nu mai este acolo acum. Ce a rămas poate fi vechi sau poate veni de pe alt telefon.
harmless-seen = Un nume poate rămâne pe o listă sau într-un folder fără aplicație.

does-not-tell-app = { $state ->
    [installed] Acest lucru nu ne spune cine a instalat-o sau când. Nu ne spune dacă este folosită.
    [removed] Acest lucru nu ne spune cine a instalat-o, cine a eliminat-o sau când. Nu ne spune dacă a fost folosită.
   *[seen] Acest lucru nu ne spune dacă aplicația a fost vreodată instalată sau cine a pus-o acolo. Nu ne spune nici când, nici dacă a fost folosită.
}
does-not-tell-profile = Acest lucru nu ne spune cine a instalat profilul sau când. Nu ne spune dacă este folosit.
does-not-tell-setting = Acest lucru nu ne spune cine a schimbat setarea sau când. Nu ne spune dacă o folosește cineva.
does-not-tell-file = Acest lucru nu ne spune cine a pus fișierul acolo sau când. Nu ne spune dacă a fost vreodată deschis.
does-not-tell-domain = Acest lucru nu ne spune ce persoană sau aplicație l-a cauzat sau când. Nu ne spune că s-a instalat ceva.
does-not-tell-device = Acest lucru nu ne spune cine a schimbat telefonul sau când. Nu ne spune dacă se folosește cineva de asta.
