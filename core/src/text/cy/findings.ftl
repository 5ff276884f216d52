# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-22.

category-stalkerware = Meddalwedd stelcio (stalkerware): wedi’i gwneud i wylio person arall yn y dirgel
category-mercenary = Meddalwedd i’w llogi: wedi’i gwneud ar gyfer gwladwriaethau
category-remote_access = Mynediad o bell: yn gadael i rywun reoli ffôn o bell
category-monitoring = Monitro: ar gyfer rhieni, ysgolion a chyflogwyr
category-lost_phone_finder = Dod o hyd i ffôn coll
category-dual_use = Ap cyffredin sydd ag ail ddefnydd
category-other = { $word }

headline-app-listed = { $state ->
    [installed] Mae’r ap “{ $name }”, sydd wedi’i osod, yn cyfateb i “{ $family }” ar restr gyhoeddedig.
    [removed] Cafodd yr ap “{ $name }” ei osod yn y gorffennol, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
   *[seen] Mae sôn am yr ap “{ $name }” ar y ffôn hwn, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
}
headline-app-resembles = { $state ->
    [installed] Mae gan yr ap “{ $name }”, sydd wedi’i osod, rywbeth yn gyffredin â “{ $family }” ar restr gyhoeddedig.
    [removed] Cafodd yr ap “{ $name }” ei osod yn y gorffennol, ac mae ganddo rywbeth yn gyffredin â “{ $family }” ar restr.
   *[seen] Mae sôn am yr ap “{ $name }” ar y ffôn hwn, ac mae ganddo rywbeth yn gyffredin â “{ $family }”.
}
headline-app-ordinary = { $state ->
    [installed] Mae gan yr ap “{ $name }”, sydd wedi’i osod, ddefnyddiau cyffredin, ac un arall y mae’n werth cael golwg arno.
    [removed] Cafodd yr ap “{ $name }” ei osod yn y gorffennol, ac mae ganddo ddefnyddiau cyffredin ac un arall.
   *[seen] Mae sôn am yr ap “{ $name }” ar y ffôn hwn, ac mae ganddo ddefnyddiau cyffredin ac un arall.
}
headline-app-declared = { $state ->
    [installed] Mae’r ap “{ $name }”, sydd wedi’i osod, yn dweud amdano’i hun mai offeryn monitro ydyw.
    [removed] Cafodd yr ap “{ $name }” ei osod yn y gorffennol, ac roedd yn dweud amdano’i hun mai offeryn monitro ydoedd.
   *[seen] Mae sôn am yr ap “{ $name }” ar y ffôn hwn, ac mae’n dweud amdano’i hun mai offeryn monitro ydyw.
}
headline-app-plain = { $state ->
    [installed] Mae’r ap “{ $name }” wedi’i osod, ac mae’n werth cael golwg arno.
    [removed] Cafodd yr ap “{ $name }” ei osod yn y gorffennol, ac mae’n werth cael golwg arno.
   *[seen] Mae sôn am yr ap “{ $name }” ar y ffôn hwn, ac mae’n werth cael golwg arno.
}
headline-profile-listed = { $state ->
    [installed] Mae’r proffil “{ $name }”, sydd wedi’i osod, yn cyfateb i “{ $family }” ar restr gyhoeddedig.
    [removed] Cafodd y proffil “{ $name }” ei osod yn y gorffennol, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
   *[seen] Mae sôn am y proffil “{ $name }” ar y ffôn hwn, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
}
headline-profile-resembles = { $state ->
    [installed] Mae gan y proffil “{ $name }”, sydd wedi’i osod, rywbeth yn gyffredin â “{ $family }” ar restr gyhoeddedig.
    [removed] Cafodd y proffil “{ $name }” ei osod yn y gorffennol, ac mae ganddo rywbeth yn gyffredin â “{ $family }”.
   *[seen] Mae sôn am y proffil “{ $name }” ar y ffôn hwn, ac mae ganddo rywbeth yn gyffredin â “{ $family }”.
}
headline-profile-plain = { $state ->
    [installed] Mae’r proffil “{ $name }” wedi’i osod, ac mae’n werth cael golwg arno.
    [removed] Cafodd y proffil “{ $name }” ei osod yn y gorffennol, ac mae’n werth cael golwg arno.
   *[seen] Mae sôn am y proffil “{ $name }” ar y ffôn hwn, ac mae’n werth cael golwg arno.
}
headline-setting-listed = Mae’r gosodiad “{ $name }” yn cyfateb i “{ $family }” ar restr gyhoeddedig.
headline-setting-resembles = Mae gan y gosodiad “{ $name }” rywbeth yn gyffredin â “{ $family }” ar restr gyhoeddedig.
headline-setting-plain = Mae’n werth cael golwg ar y gosodiad “{ $name }”.
headline-file-listed = { $state ->
    [installed] Mae’r ffeil “{ $name }” ar y ffôn, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
    [removed] Roedd y ffeil “{ $name }” ar y ffôn, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
   *[seen] Mae sôn am y ffeil “{ $name }” ar y ffôn hwn, ac mae’n cyfateb i “{ $family }” ar restr gyhoeddedig.
}
headline-file-resembles = { $state ->
    [installed] Mae’r ffeil “{ $name }” ar y ffôn, ac mae ganddi rywbeth yn gyffredin â “{ $family }”.
    [removed] Roedd y ffeil “{ $name }” ar y ffôn, ac mae ganddi rywbeth yn gyffredin â “{ $family }”.
   *[seen] Mae sôn am y ffeil “{ $name }” ar y ffôn hwn, ac mae ganddi rywbeth yn gyffredin â “{ $family }”.
}
headline-file-plain = { $state ->
    [installed] Mae’r ffeil “{ $name }” ar y ffôn, ac mae’n werth cael golwg arni.
    [removed] Roedd y ffeil “{ $name }” ar y ffôn, ac mae’n werth cael golwg arni.
   *[seen] Mae sôn am y ffeil “{ $name }” ar y ffôn hwn, ac mae’n werth cael golwg arni.
}
headline-domain-listed = Cysylltodd y ffôn â “{ $name }”, neu cafodd ei osod i wneud hynny. Mae rhestr gyhoeddedig yn enwi’r cyfeiriad hwn ar gyfer “{ $family }”.
headline-domain-resembles = Cysylltodd y ffôn â “{ $name }”, neu cafodd ei osod i wneud hynny. Mae gan y cyfeiriad hwn rywbeth i’w wneud â “{ $family }”.
headline-domain-plain = Cysylltodd y ffôn â “{ $name }”, neu cafodd ei osod i wneud hynny, ac mae’n werth cael golwg ar hyn.
headline-device-listed = Mae’r ffôn hwn yn dangos arwydd o “{ $family }” o restr gyhoeddedig.
headline-device-resembles = Mae gan y ffôn hwn rywbeth yn gyffredin â “{ $family }” ar restr gyhoeddedig.
headline-device-plain = Mae rhywbeth am y ffôn hwn yn ei gyfanrwydd y mae’n werth cael golwg arno.

can-do-opening = { $kind ->
    [domain] Gall meddalwedd sy’n defnyddio’r cyfeiriad hwn wneud y pethau hyn.
   *[other] Gall meddalwedd o’r teulu hwn wneud y pethau hyn.
}
can-do-dual-use = Mae gan yr ap hwn ddefnyddiau cyffredin.
can-do-dual-use-also = Gall hefyd wneud y pethau hyn.
can-do-dual-use-unrecorded = Gall hefyd ddangos pethau ar y ffôn hwn i berson arall.
can-do-question = Ai chi wnaeth ei osod?
can-do-stalkerware = Gall meddalwedd o’r math hwn anfon lleoliad, negeseuon a galwadau at berson arall.
can-do-mercenary = Gall meddalwedd o’r math hwn ddarllen bron popeth ar ffôn.
can-do-remote_access = Gall meddalwedd o’r math hwn adael i berson arall ddefnyddio’r ffôn o bell.
can-do-monitoring = Gall meddalwedd o’r math hwn ddangos lleoliad, apiau a thudalennau gwe i riant neu gyflogwr.
can-do-lost_phone_finder = Gall meddalwedd o’r math hwn ddangos ble mae’r ffôn. Gall hefyd ei gloi neu ddileu popeth arno.
can-do-none = Nid ydym wedi cofnodi beth y gall ei wneud. Mae’r tabl isod yn dangos beth a welwyd.

harmless-match = Gall rhestrau fod yn anghywir, a gallant fod yn hen.
harmless-name-only = Dim ond enw a gafodd ei gymharu yma. Gall fod gan ap arall yr un enw.
harmless-stalkerware = Efallai fod aelod o’r teulu neu gyflogwr wedi’i gosod yn agored. Mae rhai pobl yn ei gosod i roi cynnig arni.
harmless-mercenary = Mae meddalwedd o’r fath yn brin. Gall adroddiad, prawf neu dudalen newyddion adael yr un arwydd.
harmless-remote_access = Efallai fod rhywun oedd yn helpu, neu siop drwsio, wedi’i defnyddio’n agored. Mae rhai pobl yn defnyddio offer o’r fath i ddysgu neu i brofi.
harmless-monitoring = Mae rhieni, ysgolion a chyflogwyr yn defnyddio meddalwedd o’r fath yn agored. Mae’n aml ar ffôn o’r gwaith neu o’r ysgol.
harmless-lost_phone_finder = Mae llawer o bobl yn gosod hyn i ddod o hyd i’w ffôn coll eu hunain. Gall hefyd ddod gyda chontract.
harmless-dual_use = Mae llawer o bobl yn defnyddio’r ap hwn ar gyfer pethau cyffredin. Efallai eich bod chi neu’ch teulu yn rhannu pethau ynddo’n fwriadol.
harmless-none = Mae gan lawer o apiau cyffredin hawl arbennig o’r fath. Mae ei hangen arnynt i wneud eu gwaith.
harmless-declared = Mae ap sy’n dweud hyn yn cuddio llai nag eraill. Mae rhieni, ysgolion a chyflogwyr yn defnyddio apiau o’r fath yn agored.
harmless-domain = Gall tudalen we, hysbyseb neu neges wneud i ffôn gysylltu â chyfeiriad. Nid oes angen ap ar gyfer hynny.
harmless-file = Gall ffeil fod ar ôl yn dilyn lawrlwytho, neu o hen gopi o ffôn. Nid yw ffeil ar ei phen ei hun yn gwneud dim byd.
harmless-profile = Mae cyflogwyr, ysgolion a rhwydweithiau ffôn yn defnyddio proffiliau i baratoi ffonau.
harmless-setting = Gall y gwneuthurwr, y rhwydwaith ffôn neu gyflogwr osod hyn hefyd.
harmless-device = Gall ffôn prawf, neu ffôn a gafodd ei baratoi ar gyfer gwaith, edrych yr un fath.
harmless-removed = Nid yw’r ap yno nawr. Gall yr hyn sydd ar ôl fod yn hen, neu ddod o ffôn arall.
harmless-seen = Gall enw aros mewn rhestr neu ffolder heb yr ap.

does-not-tell-app = { $state ->
    [installed] Nid yw hyn yn dweud wrthym pwy wnaeth ei osod, na phryd. Nid yw’n dweud wrthym a yw’n cael ei ddefnyddio.
    [removed] Nid yw hyn yn dweud wrthym pwy wnaeth ei osod, pwy wnaeth ei dynnu, na phryd. Nid yw’n dweud wrthym a oedd yn cael ei ddefnyddio.
   *[seen] Nid yw hyn yn dweud wrthym a gafodd yr ap ei osod erioed, na phwy wnaeth hynny. Nid yw’n dweud wrthym pryd, nac a oedd yn cael ei ddefnyddio.
}
does-not-tell-profile = Nid yw hyn yn dweud wrthym pwy wnaeth osod y proffil, na phryd. Nid yw’n dweud wrthym a yw’n cael ei ddefnyddio.
does-not-tell-setting = Nid yw hyn yn dweud wrthym pwy wnaeth newid y gosodiad, na phryd. Nid yw’n dweud wrthym a oes rhywun yn ei ddefnyddio.
does-not-tell-file = Nid yw hyn yn dweud wrthym pwy roddodd y ffeil yno, na phryd. Nid yw’n dweud wrthym a gafodd ei hagor erioed.
does-not-tell-domain = Nid yw hyn yn dweud wrthym pa berson neu ap wnaeth ei achosi, na phryd. Nid yw’n dweud wrthym fod unrhyw beth wedi’i osod.
does-not-tell-device = Nid yw hyn yn dweud wrthym pwy wnaeth newid y ffôn, na phryd. Nid yw’n dweud wrthym a oes rhywun yn defnyddio’r newid.
