# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-23.

rescan-same = Mae’r cofnod tystiolaeth yn rhoi’r un adroddiad ag o’r blaen.
rescan-says-the-same = Mae’r canfyddiadau yr un fath ag yn yr adroddiad sydd gyda’r cofnod tystiolaeth.
rescan-program = Rhaglen: { $earlier }, nawr { $later }.
rescan-signatures = Llofnodion canfod: { $earlier }, nawr { $later }.
rescan-language = Iaith: { $earlier }, nawr { $later }.
rescan-edition = Copi ar gyfer: { $earlier }, nawr { $later }.
rescan-only-later = Newydd: { $outcome }, { $name }.
rescan-only-earlier = Heb ei enwi mwyach: { $outcome }, { $name }. Gall fod ar y ffôn o hyd.
rescan-outcome = { $name }: “{ $earlier }” oedd o’r blaen. Nawr “{ $later }” ydyw.
rescan-family = { $name }: enwyd o’r blaen: { $earlier }. Enwir nawr: { $later }.
rescan-no-family = dim teulu
rescan-reasons = { $name }: rhesymau wedi’u hychwanegu: { $added }, rhesymau wedi mynd: { $gone }.
rescan-surface = { $surface }: “{ $earlier }” oedd o’r blaen. Nawr “{ $later }” ydyw.
rescan-surface-records = { $surface }: cafodd cofnodion eraill eu darllen neu eu gadael allan.
rescan-surface-missing = ddim yno

compare-other-phone = Efallai nad yw’r ddau wiriad hyn o’r un ffôn
compare-device-platform = System: { $earlier }, yna { $later }.
compare-device-make = Gwneuthuriad: { $earlier }, yna { $later }.
compare-device-model = Model: { $earlier }, yna { $later }.
compare-device-serial = Rhif cyfresol: { $earlier }, yna { $later }.
compare-device-imei = IMEI: { $earlier }, yna { $later }.
compare-added = Apiau newydd
compare-added-app = { $app }: { $state }.
compare-removed = Apiau nad ydynt yno mwyach
compare-removed-app = { $app }: “{ $state }” oedd o’r blaen.
compare-state = Apiau sydd yno mewn ffordd arall
compare-signers = Apiau â llofnodwr arall
compare-resigned = { $app }: llofnodwyd gan rywun arall. Efallai fod yr ap wedi’i gyfnewid.
compare-rotated = { $app }: newidiodd ei wneuthurwr yr allwedd, ac mae’r hen allwedd yn cadarnhau hynny.
compare-powers-on = Hawliau arbennig newydd
compare-power-on = { $app }: { $power }
compare-granted = Caniatâd newydd
compare-granted-app = { $app }: { $permissions }.
compare-enabled = Apiau wedi’u troi ymlaen neu eu diffodd
compare-switched-on = { $app }: wedi’i droi ymlaen.
compare-switched-off = { $app }: wedi’i ddiffodd.
compare-installer = Apiau a osodwyd gan ap arall
compare-profiles = Proffiliau ffurfweddu
compare-profile-added = { $profile }: newydd.
compare-profile-removed = { $profile }: ddim yno mwyach.
compare-profile-changed = { $profile }: mae ei gynnwys yn wahanol.
compare-powers-off = Hawliau arbennig sydd wedi mynd
compare-power-off = { $app }: { $power }
compare-updated = Apiau â fersiwn arall
compare-settings = Gosodiadau
compare-setting-absent = heb ei osod
compare-app-from-to = { $app }: { $earlier }, yna { $later }.
compare-app-of-user = { $app }, defnyddiwr { $user }
compare-not-certain = Ni ddarllenodd y gwiriad arall bopeth, felly gallai fod yr un fath yno.
compare-not-compared = Heb ei gymharu
compare-both = Y ddau wiriad:
compare-earlier = Y gwiriad cynharach:
compare-later = Y gwiriad diweddarach:
compare-partly = { $count ->
    [one] Nid oedd modd darllen un cofnod.
    [two] Nid oedd modd darllen { $count } gofnod.
    [few] Nid oedd modd darllen { $count } chofnod.
    [many] Nid oedd modd darllen { $count } chofnod.
   *[other] Nid oedd modd darllen { $count } cofnod.
}
compare-not-asked = Nid edrychwyd arno.
compare-signers-not-compared = { $app }: nid yw’r ddau wiriad yn dweud pwy a’i llofnododd.
compare-settings-not-compared = Gosodiadau “{ $namespace }”: dim ond mewn un gwiriad y maent.
compare-checks = Y gwiriad cynharach: { $earlier }. Y gwiriad diweddarach: { $later }.
compare-nothing = Ni chanfuwyd gwahaniaeth yn yr hyn a ddarllenodd y ddau wiriad. Ni allant weld popeth.
compare-more = { $count ->
    [one] Mae un eitem arall yn allbwn --json.
    [two] Mae { $count } eitem arall yn allbwn --json.
    [few] Mae { $count } eitem arall yn allbwn --json.
    [many] Mae { $count } eitem arall yn allbwn --json.
   *[other] Mae { $count } eitem arall yn allbwn --json.
}

rescan-difference = O’i gymharu â’r adroddiad sydd gyda’r cofnod tystiolaeth
rescan-no-report = Nid oes adroddiad gyda’r cofnod tystiolaeth.
rescan-other-report = Mae’r adroddiad sydd gyda’r cofnod tystiolaeth yn perthyn i gofnod arall. Ni chafodd ei gymharu.
rescan-unreadable-report = Nid oedd modd darllen yr adroddiad sydd gyda’r cofnod tystiolaeth. Ni chafodd ei gymharu.

record-failure = Nid oes modd defnyddio’r cofnod tystiolaeth.
record-remedy = Copïwch ef eto o’r man lle cafodd ei wneud. Cadwch hwn hefyd.
record-failure-none = Nid oes cofnod tystiolaeth ynddo.
record-remedy-none = Dim ond lle cytunodd y person y cedwir cofnod tystiolaeth. Gwiriwch y ffôn eto.
record-failure-changed = Cafodd y pecyn hwn ei newid, neu nid yw fel yr ysgrifennodd Rushlight ef.
record-remedy-changed = Mae “rushlight verify” yn dweud beth nad yw’n gywir. Peidiwch â dibynnu ar y pecyn.
