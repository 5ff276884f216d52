package org.rushlight;

import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Files in, one line for each failed rule out; ends with 1 when any rule fails. */
public final class CheckPdf {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

    private CheckPdf() {}

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean whole = files.length > 0;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                whole &= check(file, flavour);
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private static boolean check(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failed = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule =
                            assertion.getRuleId().getClause()
                                    + " test " + assertion.getRuleId().getTestNumber()
                                    + ": " + assertion.getMessage()
                                    + " at " + assertion.getLocation().getContext();
                    failed.merge(rule, 1, Integer::sum);
                }
            }
            System.out.println(
                    (result.isCompliant() ? "ok   " : "FAIL ") + flavour.getId() + " " + file
                            + ": " + result.getTotalAssertions() + " checks");
            failed.forEach((rule, times) -> System.out.println("     " + rule + " (" + times + ")"));
            return result.isCompliant();
        }
    }
}
