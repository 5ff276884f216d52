# Draft translation, needs a human reader. Welsh: made from en-GB of 2026-11-23.

case-failure = Nid oes modd defnyddio ffeil yr achos.
case-remedy = Cywirwch y llinell honno. Mae “rushlight case new” yn dangos ffeil sy’n esbonio pob maes.
case-failure-inventory = Nid yw ffeil yr achos yn dweud y cytunwyd i’r rhestr o’r holl apiau.
case-remedy-inventory = Hepgorwch --inventory. Os cytunodd y person, ychwanegwch "inventory" at scope o dan [agreement].
