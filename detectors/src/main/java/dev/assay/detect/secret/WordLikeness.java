package dev.assay.detect.secret;

/**
 * Tells words from random letters by their pairs: in written language most pairs of neighbouring letters are among the
 * frequent ones, in a random string about two in five. Works on names of any kind, so that no list of words is needed.
 */
final class WordLikeness {
    /** Pairs that make up most of English words, file names and identifiers; chosen by us. */
    private static final String FREQUENT =
            "ab ac ad ag ai ak al am an ap ar as at au av ay ba be bi bl bo br bu ca ce ch ci ck cl co cr ct cu "
                    + "da de di do dr du ea ec ed ee ef eg ei el em en ep er es et ev ew ex ey fa fe ff fi fo fr ft fu ga ge gh gi gl go gr gu "
                    + "ha he hi ho ht ia ic id ie if ig il im in io ip ir is it iv ke ki la ld le li ll lo lt lu ly ma mb me mi mm mo mp mu "
                    + "na nc nd ne nf ng ni nk nn no ns nt nu ny oa ob oc od of og ok ol om on oo op or os ot ou ov ow pa pe ph pi pl po pp pr ps pt pu qu "
                    + "ra rc rd re rg ri rk rl rm rn ro rr rs rt ru rv ry sa sc se sh si so sp ss st su sw ta te th ti tl to tr ts tt tu ty "
                    + "ub uc ud ue ug ui ul um un up ur us ut va ve vi wa we wh wi wn wo xp yp ys";

    private static final boolean[] IS_FREQUENT = table();

    private WordLikeness() {}

    /** Whether the letters of this stretch read like words: at least seven pairs, and eight in ten of them frequent. */
    static boolean looksLikeWords(byte[] bytes, int start, int end) {
        int pairs = 0;
        int frequent = 0;
        for (int i = start + 1; i < end; i++) {
            int a = bytes[i - 1];
            int b = bytes[i];
            if (Ascii.isLetter(a) && Ascii.isLetter(b) && (!Ascii.isUpper(b) || Ascii.isUpper(a))) {
                pairs++;
                if (IS_FREQUENT[index(a, b)]) {
                    frequent++;
                }
            }
        }
        return pairs >= 7 && 10 * frequent >= 8 * pairs;
    }

    private static int index(int a, int b) {
        return (Ascii.lower(a) - 'a') * 26 + Ascii.lower(b) - 'a';
    }

    private static boolean[] table() {
        boolean[] table = new boolean[26 * 26];
        for (int i = 0; i + 1 < FREQUENT.length(); i += 3) {
            table[index(FREQUENT.charAt(i), FREQUENT.charAt(i + 1))] = true;
        }
        return table;
    }
}
