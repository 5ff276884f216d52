# Where to turn: what stands around the help directory (core/help/*.toml), and what its services are for.
# The names of the services are their own, and stand in the directory.

help-heading = Help
help-intro = Please call from a phone that nobody else can look at.
help-dated = Numbers for { $region }, as of { $date }.
help-reviewed = The list was read by { $by }.
help-not-reviewed = It is not yet reviewed by a support service.
help-no-region = There is no help list for the region “{ $region }”. Please ask the police or a support service for numbers.

help-danger = If you are in danger now, call 999. If you cannot speak, press 55 when asked.
help-text-999 = If you cannot call, you can text 999. Text “register” to 999 first, before you need it.
help-bsl-999 = In British Sign Language: 999bsl.co.uk or the app 999 BSL.
help-101 = If it is not urgent, call the police on 101.

help-table = Where to find help
column-service = Who
column-contact = How
help-about-stalking = For everybody who is being stalked.
help-about-advocacy = Stalking: somebody who speaks up for you.
help-about-domestic-abuse = Domestic abuse.
help-about-cyber = Abuse and stalking online.
help-about-men = Domestic abuse, for men.
help-about-lgbt = Abuse, for LGBT+ people.
help-about-honour = Honour-based abuse and forced marriage.
help-about-own-behaviour = For people who worry about how they treat somebody.
help-about-after-crime = Support after a crime.
help-note-not-on-bill = A call to this number does not show on a bill.

help-next-heading = Next steps
help-next-keep = Keep this report where nobody else can find it. A friend or a support service can hold it.
help-next-plan = Make a safety plan with a support service before you change the phone.
help-next-other = Ask for help to look at accounts, shared locations and other devices too.
help-next-diary = Write down what happens, with day and time.
