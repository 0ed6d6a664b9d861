package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.small;

/** Short national lists that one number needs. */
final class CodeLists {
    private static final String EXCISE_ACTIVITIES =
            "A1 B1 B9 B0 BA C1 DA EC F1 V1 A7 AT B7 BT C7 DB E7 M7 OA OB OE OV V7 B6 A2 A6 A9 A0 AC AV AW AX H1 H2 H4 H6 H9 H0 HD HH"
                    + " H7 H8 HB HF HI HJ HK HL HM HN HT HU HV HX HZ OH HA HC HE HP HQ HR HS HW T1 OT T7 TT L1 L2 L0 L3 L7 AF DF DM DP OR PF RF VD";

    private CodeLists() {}

    /** The province of the managing office, Orden EHA/3929/2006 (Spain). */
    static boolean spanishExciseOffice(byte[] text, int index) {
        int office = small(text, index, index + 2);
        return office >= 1 && office <= 56;
    }

    /** The activity, Orden EHA/3929/2006 (Spain). */
    static boolean spanishExciseActivity(byte[] text, int index) {
        for (int i = 0; i < EXCISE_ACTIVITIES.length(); i += 3) {
            if (text[index] == (byte) EXCISE_ACTIVITIES.charAt(i)
                    && text[index + 1] == (byte) EXCISE_ACTIVITIES.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
