# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-23.
# The rest of what stands around the help directory is in report.ftl.

help-intro = Proszę dzwonić z telefonu, do którego nikt inny nie ma wglądu.
help-dated = Numery dla regionu: { $region }, stan na { $date }.
help-reviewed = Listę przeczytała organizacja: { $by }.
help-not-reviewed = Żadna organizacja pomocowa jeszcze jej nie sprawdziła.
help-no-region = Nie ma listy pomocy dla regionu „{ $region }”. O numery proszę zapytać policję lub organizację pomocową.

help-text-999 = Jeśli nie można zadzwonić, można wysłać SMS pod 999. Najpierw, zanim będzie to potrzebne, trzeba wysłać „register” pod 999.
help-bsl-999 = W brytyjskim języku migowym: 999bsl.co.uk lub aplikacja 999 BSL.
help-101 = Jeśli sprawa nie jest pilna, proszę zadzwonić na policję pod 101.

help-about-stalking = Dla każdej osoby, która doświadcza stalkingu.
help-about-advocacy = Stalking: ktoś, kto wystąpi w imieniu tej osoby.
help-about-domestic-abuse = Przemoc domowa.
help-about-cyber = Przemoc i stalking w internecie.
help-about-men = Przemoc domowa, dla mężczyzn.
help-about-lgbt = Przemoc, dla osób LGBT+.
help-about-honour = Przemoc w imię honoru i przymusowe małżeństwo.
help-about-own-behaviour = Dla osób, które niepokoi to, jak traktują kogoś innego.
help-about-after-crime = Wsparcie po przestępstwie.
help-note-not-on-bill = Połączenie z tym numerem nie pojawia się na rachunku.
