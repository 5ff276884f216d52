# Draft translation, needs a human reader. Romanian: made from en-GB of 2026-11-23.

case-failure = Fișierul cazului nu poate fi folosit.
case-remedy = Corectați acel rând. „rushlight case new” afișează un fișier care explică fiecare câmp.
case-failure-inventory = Fișierul cazului nu spune că s-a consimțit la lista tuturor aplicațiilor.
case-remedy-inventory = Omiteți --inventory. Dacă persoana a fost de acord, adăugați "inventory" la scope în [agreement].
