# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-22.

language-draft = Cyfieithiad drafft yw’r testun hwn, ac mae angen i berson ei ddarllen. Lle mae’n wahanol, y testun Saesneg sy’n cyfrif.

report-title = Gwirio ffôn: adroddiad sgrinio
report-footer = Adroddiad { $id }
report-page = Tudalen { $page } o { $pages }

outcome-match = Cyfatebiad
outcome-worth-a-look = Werth cael golwg
outcome-not-checked = Heb ei wirio
outcome-match-meaning = Ar restr gyhoeddedig.
outcome-worth-a-look-meaning = Yn aml yn ddiniwed. Darllenwch pam, os gwelwch yn dda.
outcome-not-checked-meaning = Nid oedd modd ei ddarllen. Mae’r rheswm yn yr adroddiad.

page-one-what = Adroddiad sgrinio yw hwn. Nid archwiliad fforensig ydyw.
page-one-method = Cymharodd rhaglen yr hyn yr oedd modd ei ddarllen o’r ffôn hwn â rhestrau cyhoeddedig o feddalwedd olrhain.
page-one-counts = Canlyniadau
summary-found = { $matches ->
    [0] Ni wnaeth y gwiriad hwn ganfod unrhyw gyfatebiad â rhestrau cyhoeddedig.
    [one] Mae’r gwiriad hwn wedi canfod 1 cyfatebiad â rhestrau cyhoeddedig.
    [two] Mae’r gwiriad hwn wedi canfod { $matches } gyfatebiad â rhestrau cyhoeddedig.
    [few] Mae’r gwiriad hwn wedi canfod { $matches } chyfatebiad â rhestrau cyhoeddedig.
    [many] Mae’r gwiriad hwn wedi canfod { $matches } chyfatebiad â rhestrau cyhoeddedig.
   *[other] Mae’r gwiriad hwn wedi canfod { $matches } cyfatebiad â rhestrau cyhoeddedig.
}
summary-looks = { $looks ->
    [one] Mae wedi canfod 1 peth y mae’n werth cael golwg arno.
    [two] Mae wedi canfod { $looks } beth y mae’n werth cael golwg arnyn nhw.
    [few] Mae wedi canfod { $looks } pheth y mae’n werth cael golwg arnyn nhw.
    [many] Mae wedi canfod { $looks } pheth y mae’n werth cael golwg arnyn nhw.
   *[other] Mae wedi canfod { $looks } peth y mae’n werth cael golwg arnyn nhw.
}
summary-nothing = Ni wnaeth y gwiriad hwn ganfod unrhyw ap na phroffil sydd ar ei restr (arwyddion: { $indicators }, dyddiad: { $date }).
summary-nothing-incomplete = Nid oedd modd darllen rhai pethau, felly nid yw’r ateb hwn yn gyflawn.
summary-not-checked = { $count ->
    [one] Mae un peth heb ei wirio, gan nad oedd modd. Mae’r adroddiad yn dweud pa un, a pham.
    [two] Mae { $count } beth heb eu gwirio, gan nad oedd modd. Mae’r adroddiad yn dweud pa rai, a pham.
    [few] Mae { $count } pheth heb eu gwirio, gan nad oedd modd. Mae’r adroddiad yn dweud pa rai, a pham.
    [many] Mae { $count } pheth heb eu gwirio, gan nad oedd modd. Mae’r adroddiad yn dweud pa rai, a pham.
   *[other] Mae { $count } peth heb eu gwirio, gan nad oedd modd. Mae’r adroddiad yn dweud pa rai, a pham.
}
summary-cannot-see = Ni all y gwiriad weld popeth.
summary-feeling = Os ydych chi’n dal i deimlo bod rhywun yn eich gwylio, ymddiriedwch yn y teimlad hwnnw. Mae’r camau nesaf o dan “Cymorth”.
summary-next = Cadwch yr adroddiad hwn, os gwelwch yn dda, a pheidiwch â newid y ffôn eto. Siaradwch yn gyntaf â rhywun rydych yn ymddiried ynddyn nhw.
page-one-identity = Y gwiriad hwn

found-table = Beth gafodd ei ganfod
column-found-number = Rhif
column-found-word = Canlyniad
column-found-subject = Ble
column-found-family = Ar y rhestr fel
found-no-family = Ddim ar restr
found-more = { $count ->
    [one] Mae un arall o dan “Canfyddiadau”.
    [two] Mae { $count } arall o dan “Canfyddiadau”.
    [few] Mae { $count } arall o dan “Canfyddiadau”.
    [many] Mae { $count } arall o dan “Canfyddiadau”.
   *[other] Mae { $count } arall o dan “Canfyddiadau”.
}

label-device = Dyfais
label-stated-utc = Amser yr adroddiad (UTC)
label-stated-local = Amser yr adroddiad (cylchfa’r ffôn)
label-report-id = Rhif yr adroddiad
label-tool = Rhaglen
label-bundle = Llofnodion canfod
label-bundle-sha256 = SHA-256 y llofnodion canfod
label-indicators = Arwyddion ar y rhestr
indicators-value = wedi’u llwytho: { $loaded }, modd eu defnyddio: { $usable }, wedi’u gwrthod: { $refused }
tool-value = { $name } { $version }, commit { $commit }
bundle-value = { $version }, crëwyd { $date }, teuluoedd: { $families }
zone-unknown = Nid yw cylchfa amser y ffôn yn hysbys.
unknown = Ddim yn hysbys
time-utc = { $date }, { $time } UTC
time-local = { $date }, { $time } ({ $zone }, { $offset })

who-heading = Pwy wnaeth y gwiriad hwn
label-officer = Enw, rhif a rôl
label-station = Gorsaf neu wasanaeth
label-reference = Cyfeirnod
label-place = Lle
label-signature = Llofnod a dyddiad

agreement-heading = Cytundeb a sail gyfreithiol
agreement-intro = I’w lenwi â llaw. Gadewch linell yn wag yn hytrach na dyfalu, os gwelwch yn dda.
label-agreement-person = Y person a roddodd y ffôn
label-agreement-notice = Hysbysiad a roddwyd, a sut
label-agreement-basis = Sail gyfreithiol
label-agreement-scope = Beth y cytunodd y person iddo
label-agreement-refused = Beth y gwrthododd y person
label-agreement-owner = Pwy sy’n berchen ar y ffôn ac yn talu amdano
label-agreement-safety = Gwiriad diogelwch y person a wnaed cyn darllen y ffôn
label-agreement-signature = Llofnod y person a’r dyddiad

device-heading = Y ffôn
label-platform = System
label-make = Gwneuthuriad
label-model = Model
label-os-version = Fersiwn y system
label-api-level = Lefel API
label-security-patch = Clytiau diogelwch hyd at
label-build = Rhif yr adeiladiad (build)
label-locale = Iaith
label-zone = Cylchfa amser
label-verified-boot = Cyflwr y cychwyn dilys (verified boot)
label-acquired-with = Darllenwyd gan ddefnyddio
label-acquisition-id = Rhif y darlleniad hwnnw
label-acquisition-started = Dechreuodd y darllen
label-acquisition-completed = Gorffennodd y darllen
label-device-time = Cloc y ffôn
label-clock-drift = Cloc y ffôn minws yr amser a nodwyd
clock-drift = { $seconds } eiliad
label-serial = Rhif cyfresol neu IMEI (â llaw)
platform-android = Android
platform-ios = iOS
platform-unknown = Ddim yn hysbys
device-note = Mae’r ffôn yn dweud y pethau hyn amdano’i hun. Gall system sydd wedi’i newid ddweud rhywbeth arall.

checked-heading = Beth gafodd ei wirio a beth na chafodd ei wirio
checked-intro = Dim ond am yr hyn yr oedd modd ei ddarllen y gall gwiriad siarad. Gall yr hyn na chafodd ei ddarllen gynnwys unrhyw beth.
checked-table = Beth gafodd ei wirio
column-surface = Beth
column-state = Cyflwr
column-records = Cofnodion
column-reason = Ystyr, neu pam na chafodd ei ddarllen
state-read = Wedi’i ddarllen
state-unavailable = Heb ei wirio
state-not_asked = Heb ofyn amdano
state-read-skipped = Wedi’i ddarllen yn rhannol
skipped-heading = Cofnodion a adawyd allan
skipped-none = Ni adawyd unrhyw gofnod allan o’r hyn a ddarllenwyd.
skipped-table = Cofnodion a adawyd allan
skipped-more = Gadawyd rhagor allan nad ydynt wedi’u rhestru yma: { $count }.
column-record = Cofnod
column-why = Pam

findings-heading = Canfyddiadau: cyfatebiadau
findings-none = Ni wnaeth y gwiriad hwn ganfod unrhyw gyfatebiad â rhestrau cyhoeddedig.
findings-advice-keep = Peidiwch â thynnu dim byd, a pheidiwch ag ailosod y ffôn eto. Cadwch y dystiolaeth a gwnewch gynllun diogelwch yn gyntaf.
findings-advice-safety = Gall person sy’n gwylio sylwi ar newid. Gofynnwch i wasanaeth cymorth cyn i chi newid unrhyw beth.
findings-advice-officer = Swyddogion: tynnwch luniau o’r sgriniau, nodwch yr amser, a holwch am ddyfeisiau eraill ac am blant.
findings-advice-risk = Gorffennwch yr asesiad risg, os gwelwch yn dda, cyn i’r ffôn fynd yn ôl.
finding-title = { $id }: { $outcome }
label-subject-name = Enw
label-subject-kind = Math
label-subject-id = Union ddynodwr
label-subject-state = Cyflwr
label-family = Teulu
label-category = Categori
label-also = Mae’r un arwydd hefyd wedi’i restru ar gyfer
subject-kind-app = Ap
subject-kind-profile = Proffil ffurfweddu
subject-kind-setting = Gosodiad
subject-kind-file = Ffeil
subject-kind-domain = Cyfeiriad rhyngrwyd
subject-kind-device = Y ffôn
subject-state-installed = Wedi’i osod
subject-state-removed = Roedd wedi’i osod, ond mae wedi mynd nawr
subject-state-seen = Sôn yn unig
subject-state-domain = Y ffôn wedi cysylltu ag ef, neu wedi’i osod i wneud hynny
subject-state-present = Yn bresennol ar y ffôn
part-harmless = Esboniad diniwed
part-can-do = Beth y gall ei wneud
part-does-not-tell = Beth nad yw hyn yn ei ddweud wrthym
reasons-table = Beth a welwyd ar gyfer { $id }
column-observed = Beth a welwyd
column-where = Ble
column-sign = Arwydd ar y rhestr
column-weight = Pwysau a ffynhonnell
basis-power = Mae gan yr ap yr hawl arbennig hon: { $power }.
basis-declared = Mae’r ap yn dweud hyn amdano’i hun.
strength-identifying = Digon ar ei ben ei hun
strength-supporting = Yn cyfrif gydag un arall
strength-context = Yn esbonio yn unig
weight-listed = { $strength }. Ffynhonnell: { $source }, rhestrwyd gyntaf { $date }.
weight-undated = { $strength }. Ffynhonnell: { $source }.
weight-none = { $strength }. Nid yw o restr.
statement-heading = Beth mae’r person yn ei ddweud am hyn
statement-question = Ai chi wnaeth osod hyn?

inventory-heading = Atodiad: apiau a phroffiliau
inventory-intro = Gofynnodd y person am y rhestr hon, neu cytunodd iddi. Nid yw bod ar y rhestr hon yn dweud dim byd am ap.
inventory-apps = Apiau ({ $count })
inventory-profiles = Proffiliau ({ $count })
inventory-no-profiles = Ni restrwyd unrhyw broffil.
inventory-no-apps = Ni restrwyd unrhyw ap.
column-app = Ap
column-version = Fersiwn a chyflwr
column-origin = Gosodwyd gan
column-digests = Gwirsymiau a hawliau arbennig
column-profile = Proffil
column-name = Enw
column-organisation = Sefydliad
inventory-user = Defnyddiwr { $user }
inventory-system = Daeth gyda’r ffôn
inventory-disabled = Wedi’i ddiffodd
inventory-signer-sha256 = SHA-256 y llofnodwr:
inventory-signer-sha1 = SHA-1 y llofnodwr:
inventory-file-sha256 = SHA-256 y ffeil:
inventory-powers = Hawliau arbennig: { $powers }

limits-heading = Beth na all gwiriad fel hwn ei ddweud
limit-screening = Sgrinio yw hyn. Nid archwiliad fforensig ydyw, ac nid yw’n cymryd lle un.
limit-accounts = Nid yw’n gweld cyfrifon. Gall rhywun sy’n gwybod cyfrinair wylio o ddyfais arall.
limit-devices = Nid yw’n gweld dyfeisiau eraill, fel tagiau, ceir, watshis, camerâu a llechi sy’n cael eu rhannu.
limit-traces = Nid yw’n canfod meddalwedd na adawodd unrhyw ôl yn yr hyn a ddarllenwyd.
limit-seals = Nid yw’r fersiwn hwn yn gwirio seliau ffeiliau apiau. Gall ffeil ffug ddangos sêl wedi’i chopïo.
limit-names = Mae modd copïo enw ar ei ben ei hun. Mae pob canfyddiad yn dweud beth gafodd ei gymharu.
limit-date = Mae’r llofnodion canfod yn dyddio o { $date }. Nid yw meddalwedd fwy newydd ynddynt.
limit-self-report = Gall yr hyn y mae’r ffôn yn ei ddweud amdano’i hun fod yn anwir os cafodd ei system ei newid.

actions-heading = Beth wnaeth y gwiriad hwn i’r ffôn
actions-none = Dim byd. Darllenodd y gwiriad hwn gopi a wnaed yn gynharach, ac ni chyffyrddodd â’r ffôn.
actions-table = Beth gafodd ei wneud i’r ffôn
column-when = Pryd (UTC)
column-what = Beth

integrity-heading = Cyfanrwydd, a sut i’w wirio
integrity-inputs = Mae gan bob ffeil a ddarllenwyd wirswm SHA-256. Mae newid un llythyren yn newid y gwirswm.
integrity-table = Beth a ddarllenwyd
column-input = Mewnbwn
column-bytes = Beitiau
column-sha256 = SHA-256
input-kind-androidqf_folder = Ffolder AndroidQF
input-kind-androidqf_zip = Archif AndroidQF
input-kind-apk = Ffeil ap
integrity-no-inputs = Ni restrwyd unrhyw fewnbwn.
integrity-how = I wirio mewnbwn, gwnewch ei wirswm eto a’i gymharu â’r tabl:
integrity-how-folder = Nid oes gan ffolder feitiau ei hun. Y tu mewn iddo, enwch ei holl ffeiliau sydd yn y tabl:
integrity-embedded = Mae’r PDF yn cynnwys yr un adroddiad fel data, yn y ffeil report.json. Mae’r gorchymyn hwn yn ei dynnu allan:
integrity-same = Mae’r un dystiolaeth, yr un llofnodion canfod a’r un amser yn rhoi’r un beitiau. Gall unrhyw un wirio eto.
integrity-id = Daw rhif yr adroddiad o gynnwys report.json. Os bydd y cynnwys yn newid, ni fydd y rhif yn ffitio mwyach.

custody-heading = Cadwyn dystiolaeth
custody-intro = I’w llenwi â llaw bob tro y bydd y ffôn neu’r adroddiad hwn yn newid dwylo.
custody-table = Pwy roddodd beth i bwy
column-date-time = Dyddiad ac amser
column-item = Eitem a rhif y sêl neu’r bag
column-from = Oddi wrth (enw, llofnod)
column-to = At (enw, llofnod)

help-heading = Cymorth
help-danger = Os ydych chi mewn perygl nawr, ffoniwch 999. Os na allwch siarad, pwyswch 55 pan ofynnir i chi.
help-table = Ble i gael cymorth
column-service = Pwy
column-contact = Sut
help-next-heading = Camau nesaf
help-next-keep = Cadwch yr adroddiad hwn lle na all neb arall ddod o hyd iddo. Gall ffrind neu wasanaeth cymorth ei gadw.
help-next-plan = Gwnewch gynllun diogelwch gyda gwasanaeth cymorth cyn i chi newid y ffôn.
help-next-other = Gofynnwch am help i edrych ar gyfrifon, lleoliadau sy’n cael eu rhannu a dyfeisiau eraill hefyd.
help-next-diary = Ysgrifennwch beth sy’n digwydd, gyda’r diwrnod a’r amser.

sources-heading = Ffynonellau a chydnabyddiaeth
sources-intro = Daw’r rhestrau gan y bobl a’r sefydliadau hyn. Nid nhw wnaeth yr adroddiad hwn, ac nid ydynt yn atebol amdano.
sources-none = Nid yw’r llofnodion canfod yn enwi unrhyw ffynhonnell.
fonts-note = Wedi’i osod mewn Noto Sans, Noto Sans Mono, Noto Sans Gurmukhi a Noto Naskh Arabic (SIL Open Font License 1.1).

## The case, the editions and the package: drafted on 2026-11-23.

report-title-person = Dogfen
report-heading-person = Gwirio ffôn: eich copi chi o’r adroddiad sgrinio
label-seal = Seliwyd ag allwedd
seal-none = Nid oes sêl ar yr adroddiad hwn.
label-record = SHA-256 y cofnod tystiolaeth
label-rescan-of = Gwnaed eto o adroddiad
rescan-of-unknown = Adroddiad nad oedd yno
rescan-of-value = { $id }, a ddefnyddiodd lofnodion canfod { $version }
expected-line = Disgwyliedig ar y ffôn hwn: { $reason }
table-more = { $count ->
    [one] Mae un arall yn report.json yn unig.
    [two] Mae { $count } arall yn report.json yn unig.
    [few] Mae { $count } arall yn report.json yn unig.
    [many] Mae { $count } arall yn report.json yn unig.
   *[other] Mae { $count } arall yn report.json yn unig.
}
field-blank = I’w lenwi â llaw
code-label = Rhif yr adroddiad
code-label-sealed = Rhif yr adroddiad ac allwedd y sêl
code-alternative = Cod QR sy’n dal: { $holds }
label-training = Hyfforddiant yn y rhaglen hon
label-present = Pobl a oedd yn bresennol
agreement-intro-case = Ysgrifennodd y swyddog hyn. Ni wnaeth unrhyw beiriant ei arsylwi. Ni lenwyd llinell wag.
label-agreement-time = Dyddiad ac amser y cytundeb
label-agreement-form = Ffurflen a’i rhif
notice-written = Yn ysgrifenedig
notice-spoken = Ar lafar yn unig
notice-not-given = Heb ei roi
scope-identifiers = dynodwyr y ffôn
scope-inventory = rhestr o’r holl apiau a phroffiliau
scope-record = cofnod tystiolaeth, wedi’i gadw gyda’r adroddiad
label-agreement-risk = Asesiad risg
label-exhibit = Rhif arddangosyn neu eiddo
described-heading = Y ffôn fel y cafodd ei roi
described-note = Ysgrifennodd person hyn. Ni ddarllenodd unrhyw raglen ef o’r ffôn.
label-described = Sut olwg sydd arno
label-serial-number = Rhif cyfresol
label-imei = IMEI
label-phone-number = Rhif ffôn
identifiers-not-agreed = Mae’r rhif cyfresol, yr IMEI a’r rhif ffôn wedi’u gadael allan. Nid oes dim yma’n dweud y cytunwyd arnynt.
times-heading = Amseroedd
times-note = Mae pob amser yn UTC, ac ym mharth y ffôn ei hun lle mae’n hysbys.
label-stated = Amser yr adroddiad hwn
not-checked-heading = Beth na chafodd ei wirio
not-checked-table = Beth na chafodd ei wirio
skipped-count = { $count ->
    [0] Ni adawyd unrhyw gofnod allan o’r hyn a ddarllenwyd.
    [one] Gadawyd un cofnod allan o’r hyn a ddarllenwyd.
    [two] Gadawyd { $count } gofnod allan o’r hyn a ddarllenwyd.
    [few] Gadawyd { $count } chofnod allan o’r hyn a ddarllenwyd.
    [many] Gadawyd { $count } chofnod allan o’r hyn a ddarllenwyd.
   *[other] Gadawyd { $count } cofnod allan o’r hyn a ddarllenwyd.
}
looks-heading = Canfyddiadau: werth cael golwg
looks-none = Ni chanfu’r gwiriad hwn ddim arall sy’n werth cael golwg arno.
findings-short = Mae’r canfyddiadau nesaf wedi’u rhestru’n fyr. Mae pob un yn llawn yn report.json.
findings-short-table = Rhagor o ganfyddiadau, yn fyr
part-meaning = Beth y gall ei olygu
part-observed = Beth a arsylwyd
label-photographs = Lluniau o’r sgriniau (rhifau)
statement-note = Hanes y person ei hun. Ni wnaeth unrhyw beiriant arsylwi hyn.
statement-words = Yng ngeiriau’r person ei hun
statement-time = Dywedwyd am
answer-set-up = Do, fi a’i gosododd.
answer-knew = Roeddwn yn gwybod amdano.
answer-did-not-know = Doeddwn i ddim yn gwybod amdano.
answer-not-sure = Dydw i ddim yn siŵr.
statements-heading = Beth mae’r person yn ei ddweud am bethau eraill
statements-intro = Nid yw’r datganiadau hyn am ganfyddiad.
statement-title = Datganiad { $number }
statement-about = Am
statement-part = Beth mae’r person yn ei ddweud
inventory-not-agreed = Mae’r rhestr o apiau a phroffiliau wedi’i gadael allan. Nid oes dim yma’n dweud y cytunwyd arni.
integrity-package-heading = Y pecyn
integrity-package = Os daeth yr adroddiad hwn mewn pecyn, gall y rhaglen wirio’r cyfan:
integrity-manifest = Heb y rhaglen, agorwch y pecyn a gwiriwch bob ffeil yn erbyn ei restr:
integrity-seal = Mae’r gorchymyn hwn yn gwirio’r sêl. Rhaid iddo enwi’r allwedd sydd uchod:
record-bytes = { $bytes } beit
integrity-inputs-heading = Beth a ddarllenwyd
