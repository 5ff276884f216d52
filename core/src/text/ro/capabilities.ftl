# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-22.

capability-ambient_recording = Poate înregistra sunetele din încăpere.
capability-app_data = Poate citi date din alte aplicații.
capability-app_list = Poate vedea ce aplicații sunt pe telefon.
capability-calendar = Poate citi calendarul.
capability-call_log = Poate vedea cine a fost sunat și când.
capability-call_recording = Poate înregistra apelurile telefonice.
capability-camera = Poate face fotografii cu camera.
capability-clipboard = Poate citi ce a fost copiat.
capability-contacts = Poate citi persoanele din agendă.
capability-hide_icon = Își poate ascunde pictograma.
capability-keystrokes = Poate înregistra ce se tastează.
capability-location = Poate arăta unde este telefonul.
capability-messages = Poate citi mesajele SMS.
capability-microphone = Poate asculta prin microfon.
capability-network = Poate vedea ce rețele folosește telefonul.
capability-notifications = Poate citi notificările.
capability-phone_details = Poate citi date despre telefon, de exemplu numărul lui.
capability-photos = Poate vedea fotografiile și videoclipurile.
capability-remote_control = Poate controla telefonul de la distanță.
capability-resist_removal = Poate face ca eliminarea sa să fie grea.
capability-screen = Poate vedea ce este pe ecran.
capability-social_apps = Poate citi conversațiile din alte aplicații.
capability-web_history = Poate vedea ce pagini web au fost vizitate.
capability-other = Poate face acest lucru: { $word }.

power-accessibility = serviciu de accesibilitate (citește ecranul și poate acționa în locul persoanei)
power-device_admin = administrator al dispozitivului (poate bloca telefonul sau șterge datele și este mai greu de eliminat)
power-device_owner = proprietar al dispozitivului (gestionează întregul telefon)
power-profile_owner = proprietar al profilului (gestionează un profil de serviciu)
power-notification_listener = acces la notificări (citește fiecare notificare)
power-keyboard = tastatură (vede ce se tastează)
power-vpn = VPN (tot traficul de internet trece prin el)
power-sms_role = aplicație pentru SMS-uri prestabilită
power-dialer_role = aplicație pentru telefon prestabilită
power-assistant_role = asistent prestabilit
power-other = { $word }
