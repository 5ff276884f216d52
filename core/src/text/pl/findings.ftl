# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-22.

category-stalkerware = Stalkerware: program do śledzenia innej osoby w ukryciu
category-mercenary = Oprogramowanie najemnicze: tworzone dla państw
category-remote_access = Zdalny dostęp: pozwala sterować telefonem na odległość
category-monitoring = Nadzór: programy dla rodziców, szkół i pracodawców
category-lost_phone_finder = Szukanie zgubionego telefonu
category-dual_use = Zwykła aplikacja z drugim zastosowaniem
category-other = { $word }

headline-app-listed = { $state ->
    [installed] Zainstalowana aplikacja „{ $name }” jest zgodna z wpisem „{ $family }” na opublikowanej liście.
    [removed] Aplikacja „{ $name }” była zainstalowana wcześniej i jest zgodna z wpisem „{ $family }” na opublikowanej liście.
   *[seen] Na tym telefonie jest wzmianka o aplikacji „{ $name }”, zgodnej z wpisem „{ $family }” na opublikowanej liście.
}
headline-app-resembles = { $state ->
    [installed] Zainstalowana aplikacja „{ $name }” ma coś wspólnego z wpisem „{ $family }” na opublikowanej liście.
    [removed] Aplikacja „{ $name }” była zainstalowana wcześniej i ma coś wspólnego z wpisem „{ $family }” na liście.
   *[seen] Na tym telefonie jest wzmianka o aplikacji „{ $name }”, która ma coś wspólnego z wpisem „{ $family }”.
}
headline-app-ordinary = { $state ->
    [installed] Zainstalowana aplikacja „{ $name }” ma zwykłe zastosowania i jedno więcej, któremu warto się przyjrzeć.
    [removed] Aplikacja „{ $name }” była zainstalowana wcześniej i ma zwykłe zastosowania oraz jedno więcej.
   *[seen] Na tym telefonie jest wzmianka o aplikacji „{ $name }”, która ma zwykłe zastosowania i jedno więcej.
}
headline-app-declared = { $state ->
    [installed] Zainstalowana aplikacja „{ $name }” sama podaje, że jest narzędziem do nadzoru.
    [removed] Aplikacja „{ $name }” była zainstalowana wcześniej i sama podawała, że jest narzędziem do nadzoru.
   *[seen] Na tym telefonie jest wzmianka o aplikacji „{ $name }”, która sama podaje, że jest narzędziem do nadzoru.
}
headline-app-plain = { $state ->
    [installed] Zainstalowana jest aplikacja „{ $name }”, której warto się przyjrzeć.
    [removed] Wcześniej była zainstalowana aplikacja „{ $name }”, której warto się przyjrzeć.
   *[seen] Na tym telefonie jest wzmianka o aplikacji „{ $name }”, której warto się przyjrzeć.
}
headline-profile-listed = { $state ->
    [installed] Zainstalowany profil „{ $name }” jest zgodny z wpisem „{ $family }” na opublikowanej liście.
    [removed] Profil „{ $name }” był zainstalowany wcześniej i jest zgodny z wpisem „{ $family }” na opublikowanej liście.
   *[seen] Na tym telefonie jest wzmianka o profilu „{ $name }”, zgodnym z wpisem „{ $family }” na opublikowanej liście.
}
headline-profile-resembles = { $state ->
    [installed] Zainstalowany profil „{ $name }” ma coś wspólnego z wpisem „{ $family }” na opublikowanej liście.
    [removed] Profil „{ $name }” był zainstalowany wcześniej i ma coś wspólnego z wpisem „{ $family }”.
   *[seen] Na tym telefonie jest wzmianka o profilu „{ $name }”, który ma coś wspólnego z wpisem „{ $family }”.
}
headline-profile-plain = { $state ->
    [installed] Zainstalowany jest profil „{ $name }”, któremu warto się przyjrzeć.
    [removed] Wcześniej był zainstalowany profil „{ $name }”, któremu warto się przyjrzeć.
   *[seen] Na tym telefonie jest wzmianka o profilu „{ $name }”, któremu warto się przyjrzeć.
}
headline-setting-listed = Ustawienie „{ $name }” jest zgodne z wpisem „{ $family }” na opublikowanej liście.
headline-setting-resembles = Ustawienie „{ $name }” ma coś wspólnego z wpisem „{ $family }” na opublikowanej liście.
headline-setting-plain = Na telefonie jest ustawienie „{ $name }”, któremu warto się przyjrzeć.
headline-file-listed = { $state ->
    [installed] Plik „{ $name }” jest na telefonie i jest zgodny z wpisem „{ $family }” na opublikowanej liście.
    [removed] Plik „{ $name }” był na telefonie i jest zgodny z wpisem „{ $family }” na opublikowanej liście.
   *[seen] Na tym telefonie jest wzmianka o pliku „{ $name }”, zgodnym z wpisem „{ $family }” na opublikowanej liście.
}
headline-file-resembles = { $state ->
    [installed] Plik „{ $name }” jest na telefonie i ma coś wspólnego z wpisem „{ $family }”.
    [removed] Plik „{ $name }” był na telefonie i ma coś wspólnego z wpisem „{ $family }”.
   *[seen] Na tym telefonie jest wzmianka o pliku „{ $name }”, który ma coś wspólnego z wpisem „{ $family }”.
}
headline-file-plain = { $state ->
    [installed] Na telefonie jest plik „{ $name }”, któremu warto się przyjrzeć.
    [removed] Na telefonie był plik „{ $name }”, któremu warto się przyjrzeć.
   *[seen] Na tym telefonie jest wzmianka o pliku „{ $name }”, któremu warto się przyjrzeć.
}
headline-domain-listed = Telefon łączył się z „{ $name }” lub tak go ustawiono. Opublikowana lista podaje ten adres przy „{ $family }”.
headline-domain-resembles = Telefon łączył się z „{ $name }” lub tak go ustawiono. Ten adres ma coś wspólnego z „{ $family }”.
headline-domain-plain = Telefon łączył się z „{ $name }” lub tak go ustawiono i warto się przyjrzeć temu adresowi.
headline-device-listed = Ten telefon ma oznakę „{ $family }” z opublikowanej listy.
headline-device-resembles = Ten telefon ma coś wspólnego z wpisem „{ $family }” na opublikowanej liście.
headline-device-plain = Jest coś w całym tym telefonie, czemu warto się przyjrzeć.

can-do-opening = { $kind ->
    [domain] Oprogramowanie, które używa tego adresu, może robić te rzeczy.
   *[other] Oprogramowanie z tej rodziny może robić te rzeczy.
}
can-do-dual-use = Ta aplikacja ma zwykłe zastosowania.
can-do-dual-use-also = Może też robić te rzeczy.
can-do-dual-use-unrecorded = Może też pokazywać innej osobie rzeczy z tego telefonu.
can-do-question = Czy to Pani/Pana własne ustawienie?
can-do-stalkerware = Oprogramowanie tego rodzaju może przesyłać innej osobie lokalizację, wiadomości i połączenia.
can-do-mercenary = Oprogramowanie tego rodzaju może odczytać prawie wszystko w telefonie.
can-do-remote_access = Oprogramowanie tego rodzaju może pozwolić innej osobie używać telefonu na odległość.
can-do-monitoring = Oprogramowanie tego rodzaju może pokazywać rodzicom lub pracodawcy lokalizację, aplikacje i strony internetowe.
can-do-lost_phone_finder = Oprogramowanie tego rodzaju może pokazać, gdzie jest telefon. Może go też zablokować lub wymazać z niego dane.
can-do-none = Nie mamy zapisane, co może robić. Tabela poniżej pokazuje, co zaobserwowano.

harmless-match = Listy mogą się mylić i mogą być stare.
harmless-name-only = Porównano tu tylko nazwę. Inna aplikacja może mieć taką samą nazwę.
harmless-stalkerware = Ktoś z rodziny lub pracodawca mógł to ustawić jawnie. Niektóre osoby instalują to, żeby wypróbować.
harmless-mercenary = Takie oprogramowanie jest rzadkie. Raport, test lub strona z wiadomościami mogą zostawić tę samą oznakę.
harmless-remote_access = Ktoś, kto pomagał, lub serwis naprawczy mógł tego jawnie użyć. Niektóre osoby używają takich narzędzi do nauki lub testów.
harmless-monitoring = Rodzice, szkoły i pracodawcy używają takiego oprogramowania jawnie. Często jest na telefonie z pracy lub ze szkoły.
harmless-lost_phone_finder = Wiele osób ustawia to, żeby znaleźć własny zgubiony telefon. Może też być częścią umowy z operatorem.
harmless-dual_use = Wiele osób używa tej aplikacji do zwykłych rzeczy. Można celowo udostępniać w niej coś rodzinie.
harmless-none = Wiele zwykłych aplikacji ma takie szczególne uprawnienie. Jest im potrzebne do działania.
harmless-declared = Aplikacja, która tak o sobie mówi, ukrywa mniej niż inne. Rodzice, szkoły i pracodawcy używają takich aplikacji jawnie.
harmless-domain = Strona internetowa, reklama lub wiadomość mogą sprawić, że telefon połączy się z adresem. Nie potrzeba do tego aplikacji.
harmless-file = Plik mógł zostać po pobieraniu lub po starej kopii telefonu. Sam plik niczego nie robi.
harmless-profile = Pracodawcy, szkoły i operatorzy używają profili do konfigurowania telefonów.
harmless-setting = Może to też ustawić producent, operator lub pracodawca.
harmless-device = Telefon do testów lub telefon ustawiony do pracy może wyglądać tak samo.
harmless-removed = Tej aplikacji teraz tu nie ma. To, co zostało, może być stare lub pochodzić z innego telefonu.
harmless-seen = Nazwa może zostać na liście lub w folderze bez aplikacji.

does-not-tell-app = { $state ->
    [installed] Nie wiadomo z tego, kto i kiedy zainstalował aplikację. Nie wiadomo też, czy ktoś jej używa.
    [removed] Nie wiadomo z tego, kto i kiedy zainstalował lub usunął aplikację. Nie wiadomo też, czy ktoś jej używał.
   *[seen] Nie wiadomo z tego, czy aplikacja w ogóle była zainstalowana ani kto to zrobił. Nie wiadomo też, kiedy to było ani czy ktoś jej używał.
}
does-not-tell-profile = Nie wiadomo z tego, kto i kiedy zainstalował profil. Nie wiadomo też, czy ktoś go używa.
does-not-tell-setting = Nie wiadomo z tego, kto i kiedy zmienił ustawienie. Nie wiadomo też, czy ktoś z niego korzysta.
does-not-tell-file = Nie wiadomo z tego, kto i kiedy umieścił plik. Nie wiadomo też, czy ktoś go kiedyś otworzył.
does-not-tell-domain = Nie wiadomo z tego, jaka osoba lub aplikacja to spowodowała ani kiedy. Nie oznacza to, że coś zainstalowano.
does-not-tell-device = Nie wiadomo z tego, kto i kiedy zmienił telefon. Nie wiadomo też, czy ktoś z tego korzysta.
