# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-22.

capability-ambient_recording = Może nagrywać dźwięki w pomieszczeniu.
capability-app_data = Może odczytywać dane w innych aplikacjach.
capability-app_list = Może sprawdzać, jakie aplikacje są na telefonie.
capability-calendar = Może odczytywać kalendarz.
capability-call_log = Może sprawdzać, do kogo i kiedy dzwoniono.
capability-call_recording = Może nagrywać rozmowy telefoniczne.
capability-camera = Może robić zdjęcia aparatem.
capability-clipboard = Może odczytywać to, co skopiowano.
capability-contacts = Może odczytywać kontakty.
capability-hide_icon = Może ukryć swoją ikonę.
capability-keystrokes = Może zapisywać to, co się pisze.
capability-location = Może pokazywać, gdzie jest telefon.
capability-messages = Może odczytywać SMS-y.
capability-microphone = Może podsłuchiwać przez mikrofon.
capability-network = Może sprawdzać, z jakich sieci korzysta telefon.
capability-notifications = Może odczytywać powiadomienia.
capability-phone_details = Może odczytywać dane telefonu, na przykład jego numer.
capability-photos = Może oglądać zdjęcia i filmy.
capability-remote_control = Może sterować telefonem na odległość.
capability-resist_removal = Może utrudniać swoje usunięcie.
capability-screen = Może widzieć to, co jest na ekranie.
capability-social_apps = Może odczytywać rozmowy w innych aplikacjach.
capability-web_history = Może sprawdzać, jakie strony internetowe odwiedzono.
capability-other = Może robić to: { $word }.

power-accessibility = usługa ułatwień dostępu (odczytuje ekran i może działać w imieniu tej osoby)
power-device_admin = administrator urządzenia (może zablokować telefon lub wymazać dane, trudniej go usunąć)
power-device_owner = właściciel urządzenia (zarządza całym telefonem)
power-profile_owner = właściciel profilu (zarządza profilem służbowym)
power-notification_listener = dostęp do powiadomień (odczytuje każde powiadomienie)
power-keyboard = klawiatura (widzi to, co się pisze)
power-vpn = VPN (przechodzi przez niego cały ruch internetowy)
power-sms_role = domyślna aplikacja do SMS-ów
power-dialer_role = domyślna aplikacja telefoniczna
power-assistant_role = domyślny asystent
power-other = { $word }
