# The case file: reading it, and what it allows.

case-failure = The case file cannot be used.
case-remedy = Correct that line. “rushlight case new” prints a file that explains every field.
case-failure-inventory = The case file does not say that the list of every app was agreed to.
case-remedy-inventory = Leave out --inventory. If the person agreed, add "inventory" to scope under [agreement].
