# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-22.

capability-ambient_recording = Gall recordio sain yr ystafell.
capability-app_data = Gall ddarllen data mewn apiau eraill.
capability-app_list = Gall weld pa apiau sydd ar y ffôn.
capability-calendar = Gall ddarllen y calendr.
capability-call_log = Gall weld pwy gafodd ei ffonio, a phryd.
capability-call_recording = Gall recordio galwadau ffôn.
capability-camera = Gall dynnu lluniau â’r camera.
capability-clipboard = Gall ddarllen yr hyn a gafodd ei gopïo.
capability-contacts = Gall ddarllen y cysylltiadau.
capability-hide_icon = Gall guddio ei eicon.
capability-keystrokes = Gall gofnodi’r hyn sy’n cael ei deipio.
capability-location = Gall ddangos ble mae’r ffôn.
capability-messages = Gall ddarllen negeseuon testun.
capability-microphone = Gall wrando drwy’r meicroffon.
capability-network = Gall weld pa rwydweithiau y mae’r ffôn yn eu defnyddio.
capability-notifications = Gall ddarllen hysbysiadau.
capability-phone_details = Gall ddarllen manylion y ffôn, fel ei rif.
capability-photos = Gall weld lluniau a fideos.
capability-remote_control = Gall reoli’r ffôn o bell.
capability-resist_removal = Gall ei gwneud hi’n anodd ei dynnu oddi ar y ffôn.
capability-screen = Gall weld beth sydd ar y sgrin.
capability-social_apps = Gall ddarllen sgyrsiau mewn apiau eraill.
capability-web_history = Gall weld pa dudalennau gwe a gafodd eu hagor.
capability-other = Gall wneud hyn: { $word }.

power-accessibility = gwasanaeth hygyrchedd (yn darllen y sgrin ac yn gallu gweithredu ar ran y person)
power-device_admin = gweinyddwr dyfais (yn gallu cloi’r ffôn neu ddileu popeth arno, ac yn anoddach ei dynnu)
power-device_owner = perchennog dyfais (yn rheoli’r ffôn cyfan)
power-profile_owner = perchennog proffil (yn rheoli proffil gwaith)
power-notification_listener = mynediad at hysbysiadau (yn darllen pob hysbysiad)
power-keyboard = bysellfwrdd (yn gweld yr hyn sy’n cael ei deipio)
power-vpn = VPN (mae’r holl draffig rhyngrwyd yn mynd drwyddo)
power-sms_role = ap negeseuon diofyn
power-dialer_role = ap ffôn diofyn
power-assistant_role = cynorthwyydd diofyn
power-other = { $word }
