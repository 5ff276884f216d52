# A second look at a record (`rushlight rescan`), and two checks of one phone (`rushlight compare`).

rescan-same = The record gives the same report as before.
rescan-says-the-same = The findings are the same as in the report beside the record.
rescan-program = Program: { $earlier }, now { $later }.
rescan-signatures = Signatures: { $earlier }, now { $later }.
rescan-language = Language: { $earlier }, now { $later }.
rescan-edition = Copy for: { $earlier }, now { $later }.
rescan-only-later = New: { $outcome }, { $name }.
rescan-only-earlier = No longer named: { $outcome }, { $name }. It may still be on the phone.
rescan-outcome = { $name }: it was “{ $earlier }”. Now it is “{ $later }”.
rescan-family = { $name }: it was named as { $earlier }. Now it is named as { $later }.
rescan-no-family = no family
rescan-reasons = { $name }: reasons added { $added }, reasons gone { $gone }.
rescan-surface = { $surface }: it was “{ $earlier }”. Now it is “{ $later }”.
rescan-surface-records = { $surface }: other records were read or left out.
rescan-surface-missing = not there
