// The code base behind iSpyoo, Copy9 and TheTruthSpy keeps its classes below com.ispyoo, whatever package
// the app is given (published facts: the package names com.ispyoo and com.ispyoo.traceyou; service and
// receiver classes below com.ispyoo). A class name stands in the string table of a dex file as a type
// descriptor, "Lcom/ispyoo/...;", after its length. A program that only looks for such apps carries the
// dotted name and does not match.
rule ispyoo_classes
{
    meta:
        description = "Classes of the com.ispyoo code base"
        author = "Rushlight"

    strings:
        $class = /Lcom\/ispyoo\/[A-Za-z0-9_\/$]{1,100};/

    condition:
        uint32be(0) == 0x6465780a and #class >= 3
}
