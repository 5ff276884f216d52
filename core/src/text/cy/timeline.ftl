# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-23.

timeline-app_first_installed = Gosodwyd gyntaf, fel y cofnododd y ffôn. Mae gosod o’r newydd yn dechrau’r dyddiad hwn eto.
timeline-app_last_updated = Diweddarwyd ddiwethaf, fel y cofnododd y ffôn.
timeline-signatures_built = Crëwyd y llofnodion canfod a ddefnyddiwyd yma.
timeline-acquisition_started = Dechreuodd y gwaith o ddarllen y ffôn.
timeline-acquisition_completed = Gorffennodd y gwaith o ddarllen y ffôn.
timeline-agreement_given = Cytunodd y person i’r gwiriad.
timeline-action_on_device = Wrth ddarllen y ffôn, gwnaed hyn i’r ffôn.
timeline-statement_made = Dywedodd y person hyn.
timeline-report_stated = Yr amser y mae’r adroddiad hwn yn ei nodi.
