# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = Ffoniwch o ffôn na all neb arall edrych arno.
help-dated = Rhifau ar gyfer { $region }, ar { $date }.
help-reviewed = Darllenwyd y rhestr gan { $by }.
help-not-reviewed = Nid oes gwasanaeth cymorth wedi ei hadolygu eto.
help-no-region = Nid oes rhestr gymorth ar gyfer y rhanbarth “{ $region }”. Gofynnwch i’r heddlu neu i wasanaeth cymorth am rifau.

help-text-999 = Os na allwch ffonio, gallwch anfon neges destun at 999. Anfonwch “register” at 999 yn gyntaf, cyn bod ei angen arnoch.
help-bsl-999 = Yn Iaith Arwyddion Prydain: 999bsl.co.uk neu’r ap 999 BSL.
help-101 = Os nad yw’n fater brys, ffoniwch yr heddlu ar 101.

help-about-stalking = I bawb sy’n cael eu stelcio.
help-about-advocacy = Stelcio: rhywun sy’n siarad ar eich rhan.
help-about-domestic-abuse = Cam-drin domestig.
help-about-cyber = Cam-drin a stelcio ar-lein.
help-about-men = Cam-drin domestig, i ddynion.
help-about-lgbt = Cam-drin, i bobl LHDT+.
help-about-honour = Cam-drin ar sail anrhydedd a phriodas dan orfod.
help-about-own-behaviour = I bobl sy’n poeni am y ffordd y maent yn trin rhywun.
help-about-after-crime = Cymorth ar ôl trosedd.
help-note-not-on-bill = Nid yw galwad i’r rhif hwn yn ymddangos ar fil.
