# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-22.

desk-stage-opening = Yn agor
desk-stage-reading = Yn darllen
desk-stage-apps = Yn darllen apiau
desk-stage-comparing = Yn cymharu
desk-stage-writing = Yn ysgrifennu’r adroddiad

desk-nothing-found = Ni wnaeth y gwiriad hwn ganfod dim byd sydd ar ei restrau. Ni all weld popeth.
desk-keep = Peidiwch â thynnu dim byd, a pheidiwch ag ailosod y ffôn. Cadwch yr adroddiad a gwnewch gynllun diogelwch yn gyntaf.
desk-skipped = { $count ->
    [one] Nid oedd modd darllen un cofnod.
    [two] Nid oedd modd darllen { $count } gofnod.
    [few] Nid oedd modd darllen { $count } chofnod.
    [many] Nid oedd modd darllen { $count } chofnod.
   *[other] Nid oedd modd darllen { $count } cofnod.
}
desk-more-findings = { $count ->
    [one] Mae un canfyddiad arall yn yr adroddiad.
    [two] Mae { $count } ganfyddiad arall yn yr adroddiad.
    [few] Mae { $count } chanfyddiad arall yn yr adroddiad.
    [many] Mae { $count } chanfyddiad arall yn yr adroddiad.
   *[other] Mae { $count } canfyddiad arall yn yr adroddiad.
}
desk-more-surfaces = { $count ->
    [one] Mae un eitem arall yn yr adroddiad.
    [two] Mae { $count } eitem arall yn yr adroddiad.
    [few] Mae { $count } eitem arall yn yr adroddiad.
    [many] Mae { $count } eitem arall yn yr adroddiad.
   *[other] Mae { $count } eitem arall yn yr adroddiad.
}
desk-report-id = Adroddiad
desk-written = Ysgrifennwyd

desk-cause = Achos:
desk-remedy = Beth i’w wneud:
desk-failure-not-found = Nid oedd modd dod o hyd i’r dystiolaeth.
desk-remedy-not-found = Gwiriwch y llwybr. Mae angen dyfynodau o amgylch llwybr sy’n cynnwys bylchau.
desk-failure-unreadable = Nid oedd modd agor y dystiolaeth.
desk-remedy-unreadable = Gwiriwch fod gennych hawl i’w darllen, neu copïwch hi i’ch ffolder eich hun yn gyntaf.
desk-failure-empty = Mae’r dystiolaeth yn wag.
desk-remedy-empty = Casglwch hi eto o’r ffôn, neu enwch lwybr arall.
desk-failure-damaged = Mae’r archif wedi’i thorri’n fyr neu wedi’i difrodi.
desk-remedy-damaged = Copïwch hi eto o’r man lle cafodd ei gwneud. Cadwch y ffeil sydd wedi’i difrodi hefyd.
desk-failure-encrypted = Mae’r dystiolaeth wedi’i hamgryptio.
desk-remedy-encrypted = Dadgryptiwch hi yn gyntaf, er enghraifft â’r offeryn age, ac enwch y canlyniad.
desk-failure-not-a-phone = Nid yw hyn yn edrych fel tystiolaeth o ffôn.
desk-remedy-not-a-phone = Enwch ffolder AndroidQF, ffeil zip AndroidQF neu ffeil APK.
desk-failure-too-many = Mae gan y dystiolaeth ormod o eitemau i fod yn ddarlleniad o ffôn.
desk-remedy-too-many = Enwch y darlleniad ei hun, nid ffolder sy’n cynnwys llawer o bethau eraill.
desk-failure-signatures = Nid oes modd defnyddio’r llofnodion canfod.
desk-remedy-signatures = Hepgorwch --signatures i ddefnyddio’r rhai sydd yn y rhaglen, neu mynnwch y ffeil eto.
desk-failure-nothing-asked = Ni chafodd unrhyw dystiolaeth ei henwi.
desk-remedy-nothing-asked = Enwch lwybr: rushlight scan PATH
desk-failure-render = Nid oedd modd creu’r adroddiad.
desk-remedy-render = Gofynnwch am fformat arall â --formats, a rhowch wybod i’r rhai sy’n cynnal y rhaglen.
desk-failure-write = Nid oedd modd ysgrifennu’r adroddiad.
desk-remedy-write = Gwiriwch fod y ffolder yn bodoli, bod gennych hawl i ysgrifennu ynddo, ac nad yw’r ddisg yn llawn.
desk-failure-print = Nid oedd modd dangos y canlyniad.
desk-remedy-print = Gwiriwch i ble mae’r allbwn yn mynd, neu defnyddiwch -o i ysgrifennu ffeiliau.

desk-signatures-file = Ffeil
desk-signatures-version = Fersiwn
desk-signatures-built = Crëwyd
desk-signatures-sha256 = SHA-256
desk-signatures-families = Teuluoedd
desk-signatures-indicators = Dangosyddion
desk-signatures-counts = wedi’u llwytho: { $loaded }, modd eu defnyddio: { $usable }, wedi’u gwrthod: { $refused }
