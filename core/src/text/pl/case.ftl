# Draft translation, needs a human reader. Polish: made from en-GB of 2026-11-23.

case-failure = Nie można użyć pliku sprawy.
case-remedy = Proszę poprawić tę linię. „rushlight case new” wypisuje plik, który objaśnia każde pole.
case-failure-inventory = Plik sprawy nie mówi, że wyrażono zgodę na listę wszystkich aplikacji.
case-remedy-inventory = Proszę pominąć --inventory. Jeśli ta osoba się zgodziła, proszę dodać "inventory" do scope w [agreement].
