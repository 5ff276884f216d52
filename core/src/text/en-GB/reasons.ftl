# Why something was not read: one sentence for each `snapshot::Reason`, by its code.

reason-not_in_this_evidence = This kind of evidence never holds it.
reason-file_missing = The file “{ $file }” is not there.
reason-not_read_yet = The file “{ $file }” is there. This version cannot read it yet.
reason-unreadable = The file “{ $file }” could not be opened: { $cause }.
reason-malformed = The content is not in the form that was expected: { $cause }.
reason-left_empty = The field “{ $field }” is empty in every record.
reason-too_large = It is larger than the limit of { $limit } bytes.
reason-too_many = There are more records than the limit of { $limit }.
reason-encrypted = It is encrypted, and no password was given.
reason-unsafe_name = Its name leads out of its folder, or is not a file name.
reason-cancelled = The check was stopped before this was read.
reason-code_not_kept = The record does not keep the code of apps. Only the rules of signatures { $signatures } were tried on it.
reason-wrong_password = It is encrypted, and the password or key that was given does not open it.
reason-contradicts = For “{ $field }” this says “{ $found }”, but { $place } says “{ $kept }”. The latter was kept.
