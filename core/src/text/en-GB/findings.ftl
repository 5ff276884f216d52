# The words of a finding. A headline is one sentence of fact. The harmless explanation is printed first.

category-stalkerware = Stalkerware: made to watch another person in secret
category-mercenary = Mercenary software: made for states
category-remote_access = Remote access: lets somebody control a phone from afar
category-monitoring = Monitoring: for parents, schools and employers
category-lost_phone_finder = Lost-phone finder
category-dual_use = Ordinary app with a second use
category-other = { $word }

## One sentence of fact, by kind of subject.
## listed: an identifying sign fired. resembles: weaker signs only. ordinary: an app with a second use.
## declared: the app says of itself that it watches. plain: none of these.

headline-app-listed = { $state ->
    [installed] The installed app “{ $name }” matches “{ $family }” on a published list.
    [removed] The app “{ $name }” was installed earlier, and it matches “{ $family }” on a published list.
   *[seen] The app “{ $name }” is mentioned on this phone, and it matches “{ $family }” on a published list.
}
headline-app-resembles = { $state ->
    [installed] The installed app “{ $name }” has something in common with “{ $family }” on a published list.
    [removed] The app “{ $name }” was installed earlier, and has something in common with “{ $family }” on a list.
   *[seen] The app “{ $name }” is mentioned on this phone, and has something in common with “{ $family }”.
}
headline-app-ordinary = { $state ->
    [installed] The installed app “{ $name }” has ordinary uses, and one more that is worth a look.
    [removed] The app “{ $name }” was installed earlier, and has ordinary uses and one more.
   *[seen] The app “{ $name }” is mentioned on this phone, and has ordinary uses and one more.
}
headline-app-declared = { $state ->
    [installed] The installed app “{ $name }” says of itself that it is a monitoring tool.
    [removed] The app “{ $name }” was installed earlier, and said of itself that it is a monitoring tool.
   *[seen] The app “{ $name }” is mentioned on this phone, and says of itself that it is a monitoring tool.
}
headline-app-plain = { $state ->
    [installed] The installed app “{ $name }” is worth a look.
    [removed] The app “{ $name }” was installed earlier, and is worth a look.
   *[seen] The app “{ $name }” is mentioned on this phone, and is worth a look.
}
headline-profile-listed = { $state ->
    [installed] The installed profile “{ $name }” matches “{ $family }” on a published list.
    [removed] The profile “{ $name }” was installed earlier, and it matches “{ $family }” on a published list.
   *[seen] The profile “{ $name }” is mentioned on this phone, and it matches “{ $family }” on a published list.
}
headline-profile-resembles = { $state ->
    [installed] The installed profile “{ $name }” has something in common with “{ $family }” on a published list.
    [removed] The profile “{ $name }” was installed earlier, and has something in common with “{ $family }”.
   *[seen] The profile “{ $name }” is mentioned on this phone, and has something in common with “{ $family }”.
}
headline-profile-plain = { $state ->
    [installed] The installed profile “{ $name }” is worth a look.
    [removed] The profile “{ $name }” was installed earlier, and is worth a look.
   *[seen] The profile “{ $name }” is mentioned on this phone, and is worth a look.
}
headline-setting-listed = The setting “{ $name }” matches “{ $family }” on a published list.
headline-setting-resembles = The setting “{ $name }” has something in common with “{ $family }” on a published list.
headline-setting-plain = The setting “{ $name }” is worth a look.
headline-file-listed = { $state ->
    [installed] The file “{ $name }” is on the phone, and it matches “{ $family }” on a published list.
    [removed] The file “{ $name }” was on the phone, and it matches “{ $family }” on a published list.
   *[seen] The file “{ $name }” is mentioned on this phone, and it matches “{ $family }” on a published list.
}
headline-file-resembles = { $state ->
    [installed] The file “{ $name }” is on the phone, and has something in common with “{ $family }”.
    [removed] The file “{ $name }” was on the phone, and has something in common with “{ $family }”.
   *[seen] The file “{ $name }” is mentioned on this phone, and has something in common with “{ $family }”.
}
headline-file-plain = { $state ->
    [installed] The file “{ $name }” is on the phone, and is worth a look.
    [removed] The file “{ $name }” was on the phone, and is worth a look.
   *[seen] The file “{ $name }” is mentioned on this phone, and is worth a look.
}
headline-domain-listed = The phone contacted “{ $name }” or was set to use it, and a published list names it for “{ $family }”.
headline-domain-resembles = The phone contacted “{ $name }” or was set to use it, and it has something to do with “{ $family }”.
headline-domain-plain = The phone contacted “{ $name }” or was set to use it, and this is worth a look.
headline-device-listed = This phone shows a sign of “{ $family }” from a published list.
headline-device-resembles = This phone has something in common with “{ $family }” on a published list.
headline-device-plain = Something about this phone as a whole is worth a look.

## What it can do.

can-do-opening = { $kind ->
    [domain] Software that uses this address can do these things.
   *[other] Software of this family can do these things.
}
can-do-dual-use = This app has ordinary uses.
can-do-dual-use-also = It can also do these things.
can-do-dual-use-unrecorded = It can also show things on this phone to another person.
can-do-question = Did you set it up?
can-do-stalkerware = Software of this kind can send location, messages and calls to another person.
can-do-mercenary = Software of this kind can read almost everything on a phone.
can-do-remote_access = Software of this kind can let another person use the phone from afar.
can-do-monitoring = Software of this kind can show location, apps and web pages to a parent or an employer.
can-do-lost_phone_finder = Software of this kind can show where the phone is, and can lock or erase it.
can-do-none = We have not recorded what it can do. The table below shows what was observed.

## A harmless explanation.

harmless-match = Lists can be wrong, and they can be old.
harmless-name-only = Only a name was compared here. Another app can have the same name.
harmless-stalkerware = A family member or an employer may have set it up openly. Some people install it to try it out.
harmless-mercenary = Such software is rare. A report, a test or a news page can leave the same sign.
harmless-remote_access = A helper or a repair shop may have used it openly. Some people use such tools to learn or to test.
harmless-monitoring = Parents, schools and employers use such software openly. A phone from work or school often has it.
harmless-lost_phone_finder = Many people set this up to find their own lost phone. It can also come with a contract.
harmless-dual_use = Many people use this app for ordinary things. You or your family may share things with it on purpose.
harmless-none = Many ordinary apps have such a power. They need it for their job.
harmless-declared = An app that says this hides less than others. Parents, schools and employers use such apps openly.
harmless-domain = A web page, an advert or a message can make a phone contact an address. No app is needed for that.
harmless-file = A file can be left from a download or from an old copy of a phone. A file alone does nothing.
harmless-profile = Employers, schools and phone networks use profiles to set up phones.
harmless-setting = The maker, the phone network or an employer can set this too.
harmless-device = A test phone, or a phone that somebody set up for work, can look the same.
harmless-removed = The app is not there now. What is left can be old, or can come from another phone.
harmless-seen = A name can stay in a list or a folder without the app.

## What this does not tell us.

does-not-tell-app = { $state ->
    [installed] This does not tell us who installed it, or when. It does not tell us whether it is in use.
    [removed] This does not tell us who installed it, who removed it, or when. It does not tell us whether it was in use.
   *[seen] This does not tell us whether the app was ever installed, or who put it there. It does not tell us when, or whether it was in use.
}
does-not-tell-profile = This does not tell us who wanted the profile on the phone. It does not tell us whether it is in use.
does-not-tell-setting = This does not tell us who changed the setting, or when. It does not tell us whether anybody uses it.
does-not-tell-file = This does not tell us who put the file there, or when. It does not tell us whether it was ever opened.
does-not-tell-domain = This does not tell us which person or app caused it, or when. It does not tell us that anything was installed.
does-not-tell-device = This does not tell us who changed the phone, or when. It does not tell us whether anybody uses it.
