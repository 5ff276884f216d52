# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-23.

reason-not_in_this_evidence = Nid yw tystiolaeth o’r math hwn byth yn cynnwys hyn.
reason-file_missing = Nid yw’r ffeil “{ $file }” yno.
reason-not_read_yet = Mae’r ffeil “{ $file }” yno. Ni all y fersiwn hwn ei darllen eto.
reason-unreadable = Nid oedd modd agor y ffeil “{ $file }”: { $cause }.
reason-malformed = Nid yw’r cynnwys ar y ffurf ddisgwyliedig: { $cause }.
reason-left_empty = Mae’r maes “{ $field }” yn wag ym mhob cofnod.
reason-too_large = Mae’n fwy na’r terfyn (beitiau: { $limit }).
reason-too_many = Mae mwy o gofnodion na’r terfyn ({ $limit }).
reason-encrypted = Mae wedi’i amgryptio, ac ni roddwyd cyfrinair.
reason-unsafe_name = Mae’r enw’n arwain allan o’i ffolder, neu nid yw’n enw ffeil.
reason-cancelled = Cafodd y gwiriad ei stopio cyn i hyn gael ei ddarllen.
reason-code_not_kept = Nid yw’r cofnod tystiolaeth yn cadw cod apiau. Dim ond rheolau’r llofnodion canfod { $signatures } a roddwyd ar brawf ar y cod.
