# Configuration profiles: what each part of one is, what it lets somebody do, and the harmless explanation.
# Each text stands on one line; a test reads this file line by line.

headline-profile-does = { $state ->
    [installed] The profile “{ $name }” is installed. { $what }
    [removed] The profile “{ $name }” was installed earlier. { $what }
   *[seen] The profile “{ $name }” was read. Nothing says that it was installed. { $what }
}
profile-restricts = It keeps the phone’s person from changing some things.
does-not-tell-profile-seen = This does not tell us whether the profile was ever installed, or by whom. It does not tell us whether it is in use.

## Signs: what was seen.

sign-profile_manages = It lets a server manage the phone.
sign-profile_may_erase = The management may erase the phone.
sign-profile_may_lock = The management may lock the phone and take off its passcode.
sign-profile_may_use_apps = The management may see which apps are there, or may add and take away apps.
sign-profile_enrols = It makes the phone introduce itself to a server. The server then sends another profile.
sign-profile_declares = It gives the phone rules of a device management.
sign-profile_authority = It adds a certificate that the phone may trust.
sign-profile_vpn = It sends traffic through another computer (VPN).
sign-profile_app_vpn = It sends the traffic of some apps through another computer (VPN).
sign-profile_proxy = It sends the web traffic of the phone through another computer (proxy).
sign-profile_network_proxy = In one wireless network it sends web traffic through another computer (proxy).
sign-profile_relay = It sends traffic through a relay.
sign-profile_filter = It sets a filter for what the phone opens.
sign-profile_name_app = It lets an app answer where internet names lead.
sign-profile_names = It sets which server answers where internet names lead (DNS).
sign-profile_hides_notifications = It keeps notifications of apps out of sight.
sign-profile_app_lock = It locks the phone to one app.
sign-profile_account = It adds an account for mail or contacts.
sign-profile_not_removable = The person cannot take it off.
sign-profile_removal_password = It comes off with a password only.
sign-profile_by_management = A device management put it on the phone.
sign-profile_identity = It gives the phone a certificate by which it shows who it is.
sign-profile_web_clip = It puts an icon on the Home Screen that opens a web page.
sign-profile_locked = Its content is encrypted and was not read.

## A harmless explanation for each sign.

harmless-sign-profile_manages = Employers and schools manage the phones that they hand out. Some people manage their own devices.
harmless-sign-profile_may_erase = Most managements may do so, for phones that are lost.
harmless-sign-profile_may_lock = Most managements may do so, for people who forgot their passcode.
harmless-sign-profile_may_use_apps = Employers and schools put their own apps on phones like this.
harmless-sign-profile_enrols = Employers and schools begin the set-up of a phone like this.
harmless-sign-profile_declares = Newer managements of employers and schools work like this.
harmless-sign-profile_authority = Employers and schools add certificates for their own networks and web pages.
harmless-sign-profile_vpn = Many people use a VPN for work, for films, or for privacy.
harmless-sign-profile_app_vpn = Employers send the traffic of their own apps through their network like this.
harmless-sign-profile_proxy = Schools and employers use a proxy to block pages or adverts.
harmless-sign-profile_network_proxy = Schools and employers use a proxy in their own network.
harmless-sign-profile_relay = Companies offer relays for privacy, and to reach their own services.
harmless-sign-profile_filter = Parents, schools and employers use filters to block pages. Some people block adverts with them.
harmless-sign-profile_name_app = Apps against adverts and for privacy work like this.
harmless-sign-profile_names = Many people choose another server for privacy, or against adverts.
harmless-sign-profile_hides_notifications = Schools and shops keep screens quiet like this.
harmless-sign-profile_app_lock = Shops, schools and museums lock a device to one app.
harmless-sign-profile_account = Employers, schools and mail companies set up accounts like this.
harmless-sign-profile_not_removable = Employers and schools protect the set-up of their own phones.
harmless-sign-profile_removal_password = Employers, schools and parents protect a set-up with a password.
harmless-sign-profile_by_management = Employers and schools set up their phones like this.
harmless-sign-profile_identity = Networks of employers and schools ask for such a certificate.
harmless-sign-profile_web_clip = Many companies put a link to their own page on the Home Screen.
harmless-sign-profile_locked = Profiles with passwords inside are often encrypted for one phone.

## The table of a profile.

profile-organisation = Organisation it names
profile-uuid = Its own number
profile-when = When it was installed
profile-by = What installed it
profile-by-mdm = A device management
profile-managed-by = Profile of the management
profile-from = Where it was fetched from
profile-removal = Whether it comes off
profile-removal-yes = The person can take it off.
profile-removal-no = The person cannot take it off.
profile-removal-password = It comes off with a password.
profile-signer = Whose seal it carries
profile-signer-none = Nobody’s: it is not sealed, or the evidence does not keep the seal.
profile-chain = We did not check the chain of certificates. Anybody can make a certificate with any name.
profile-locked-note = The content of this profile is encrypted. It was not checked.
profile-payloads-table = { $id }: what the profile { $identifier } sets up
profile-no-payloads = The evidence names no part of this profile.
column-payload = Part
column-payload-does = What it does
column-payload-values = Exact values
column-payload-where = Where we saw it
profile-rights = A management with it may: { $rights }.
payload-kind-unknown = A part that this version does not know

## The parts: a name, what it lets somebody do, and the harmless explanation.

payload-kind-device_management = Device management (MDM)
payload-does-device_management = The owner of the server can set rules, add profiles and apps, and ask what is on the phone. What it may do is listed.
payload-harmless-device_management = Employers and schools manage the phones that they hand out.
payload-kind-enrolment = First step of an enrolment
payload-does-enrolment = The phone sends its own details to a server. The server can then send a profile with more in it.
payload-harmless-enrolment = Employers and schools begin the set-up of a phone like this.
payload-kind-declarations = Rules of a device management
payload-does-declarations = They set accounts, apps or rules, and report how the phone keeps them.
payload-harmless-declarations = Newer managements of employers and schools work like this.
payload-kind-certificate = Certificate
payload-does-certificate = Once the phone trusts it, its owner can pass for a web page. With a proxy or a VPN the owner can then read traffic.
payload-harmless-certificate = Employers and schools add certificates for their own networks.
payload-kind-identity = Identity of the phone
payload-does-identity = The phone shows a server with it who it is. It reads nothing by itself.
payload-harmless-identity = Networks of employers and schools ask for one.
payload-kind-vpn = VPN
payload-does-vpn = The owner of the other computer can see which addresses the phone contacts, and when.
payload-harmless-vpn = Many people use a VPN for work, for films, or for privacy.
payload-kind-app_vpn = VPN for some apps
payload-does-app_vpn = The owner of the other computer can see which addresses these apps contact, and when.
payload-harmless-app_vpn = Employers send the traffic of their own apps through their network like this.
payload-kind-global_proxy = Proxy for the whole phone
payload-does-global_proxy = The owner of the proxy can see which web pages the phone opens, and can block them.
payload-harmless-global_proxy = Schools and employers use a proxy to block pages or adverts.
payload-kind-content_filter = Filter for pages
payload-does-content_filter = A filter can see which pages and addresses the phone opens. It can block them, and its app can tell its owner.
payload-harmless-content_filter = Parents, schools and employers use filters to block pages.
payload-kind-dns_settings = Server for internet names (DNS)
payload-does-dns_settings = The owner of the server can see which internet names the phone asks for. The server can lead a name elsewhere.
payload-harmless-dns_settings = Many people choose another server for privacy, or against adverts.
payload-kind-dns_proxy = App for internet names (DNS)
payload-does-dns_proxy = The app can see which internet names the phone asks for, and can lead a name elsewhere.
payload-harmless-dns_proxy = Apps against adverts and for privacy work like this.
payload-kind-relay = Relay
payload-does-relay = The owner of the relay can see which addresses the phone contacts through it.
payload-harmless-relay = Companies offer relays for privacy, and to reach their own services.
payload-kind-wifi = Wireless network
payload-does-wifi = The phone can join this network by itself. The owner of a network or of its proxy can see which addresses are contacted.
payload-harmless-wifi = Homes, schools and employers hand out their network like this.
payload-kind-mail = Mail account
payload-does-mail = The phone fetches and sends mail with this account. Whoever has its password can read that mail too.
payload-harmless-mail = Employers and mail companies set up accounts like this.
payload-kind-exchange = Exchange account
payload-does-exchange = Mail, contacts and dates can be kept in this account. Whoever runs it can read them, and may be able to erase the phone.
payload-harmless-exchange = Employers and schools set up their accounts like this.
payload-kind-calendar = Calendar
payload-does-calendar = Dates can be kept in this account or shown from it. Whoever runs it can read what is kept there.
payload-harmless-calendar = Clubs, schools and employers share their dates like this.
payload-kind-address_book = Address book
payload-does-address_book = Contacts can be kept in this account. Whoever runs it can read them.
payload-harmless-address_book = Employers and families share their contacts like this.
payload-kind-restrictions = Restrictions
payload-does-restrictions = It decides what can be used or changed on the phone. Each restriction is listed.
payload-harmless-restrictions = Employers, schools and parents set restrictions.
payload-kind-notifications = Notifications
payload-does-notifications = It decides which apps may show that something came. An app can be kept quiet with it.
payload-harmless-notifications = Schools and shops keep screens quiet like this.
payload-kind-app_lock = One app only
payload-does-app_lock = The phone shows one app and nothing else.
payload-harmless-app_lock = Shops, schools and museums lock a device to one app.
payload-kind-removal_password = Password for taking it off
payload-does-removal_password = Whoever knows the password decides whether the profile stays.
payload-harmless-removal_password = Employers, schools and parents protect a set-up with a password.
payload-kind-web_clip = Icon that opens a web page
payload-does-web_clip = The icon looks like an app and opens a web page. The page can be one that passes for another.
payload-harmless-web_clip = Many companies put a link to their own page on the Home Screen.
payload-kind-other = Another part
payload-does-other = We have not recorded what this part does. Its exact type is beside it.
payload-harmless-other = Most profiles have such parts: fonts, printers, and rules for a passcode.

## What a device management may do.

right-inspect_profiles = see which profiles are there
right-install_profiles = add and take away profiles
right-lock_and_passcode = lock the phone and take off its passcode
right-erase = erase the phone
right-query_device = ask about the phone
right-query_network = ask about its networks, numbers and addresses
right-inspect_provisioning = see permits for apps from outside the store
right-install_provisioning = add and take away permits for apps from outside the store
right-inspect_apps = see which apps are there
right-query_restrictions = ask which restrictions hold
right-query_security = ask how the phone is protected
right-change_settings = change settings
right-manage_apps = add, set up and take away apps
