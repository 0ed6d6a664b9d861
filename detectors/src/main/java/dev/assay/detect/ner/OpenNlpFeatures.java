package dev.assay.detect.ner;

/**
 * What OpenNLP's default generator of features says of a token, each as a hash of its text: words and classes of the token and
 * two neighbours each side, pairs with the next ones, and what was decided before. What was decided in earlier sentences is
 * not remembered, as if OpenNLP's adaptive data were cleared after each. Not thread-safe.
 */
final class OpenNlpFeatures {
    static final int MOST = 32;

    private static final String[] BEFORE = {"", "p1", "p2"};
    private static final String[] BEHIND = {"", "n1", "n2"};
    private static final String[] WINDOW = {"wc=", "w&c=", "w="};
    private static final String KANA_MARKS = "\u30FB\u30FC\u301C";
    private static final String[] ALONE = {"pd=", "pw,w=", "pwc,wc=", "w,nw=", "wc,nc=", "po=", "pow=", "powf=", "ppo="
    };

    final long[] of = new long[MOST];
    private int count;
    private String[] tokens = new String[0];
    private String[] small = new String[0];
    private String[] classes = new String[0];
    private int size;

    /** Whether a feature is one that {@link #fill} can produce. */
    static boolean isKnown(String feature) {
        if (feature.equals("def") || feature.equals("S=begin")) {
            return true;
        }
        for (String name : ALONE) {
            if (feature.startsWith(name)) {
                return true;
            }
        }
        int from = feature.length() > 2 && isNeighbour(feature.charAt(0), feature.charAt(1)) ? 2 : 0;
        for (String name : WINDOW) {
            if (feature.startsWith(name, from)) {
                // With `lowercase` switched off words keep their capitals, and would never be met.
                return !name.equals("w=") || feature.equals(lower(feature));
            }
        }
        return false;
    }

    private static boolean isNeighbour(char side, char distance) {
        return (side == 'p' || side == 'n') && (distance == '1' || distance == '2');
    }

    static long hash(String... pieces) {
        long hash = WordHash.START;
        for (String piece : pieces) {
            for (int i = 0; i < piece.length(); i++) {
                hash = WordHash.step(hash, piece.charAt(i));
            }
        }
        return WordHash.finish(hash);
    }

    /** Begins a segment. */
    void begin(String[] segment, int tokensOfIt) {
        tokens = segment;
        size = tokensOfIt;
        if (small.length < size) {
            small = new String[segment.length];
            classes = new String[segment.length];
        }
        for (int i = 0; i < size; i++) {
            small[i] = lower(tokens[i]);
            classes[i] = wordClass(tokens[i]);
        }
    }

    /**
     * Fills {@link #of} for one token.
     *
     * @param last outcome of the token before, {@code other} at the beginning
     * @param before outcome of the one before that
     * @return how many there are
     */
    int fill(int i, String last, String before) {
        count = 0;
        for (int distance = 0; distance <= 2; distance++) {
            if (i - distance >= 0) {
                window(BEFORE[distance], i - distance);
            }
            if (distance > 0 && i + distance < size) {
                window(BEHIND[distance], i + distance);
            }
        }
        add("def");
        add("pd=null");
        if (i > 0) {
            add("pw,w=", tokens[i - 1], ",", tokens[i]);
            add("pwc,wc=", classes[i - 1], ",", classes[i]);
        } else {
            add("S=begin");
        }
        if (i + 1 < size) {
            add("w,nw=", tokens[i], ",", tokens[i + 1]);
            add("wc,nc=", classes[i], ",", classes[i + 1]);
        }
        add("po=", last);
        add("pow=", last, ",", tokens[i]);
        add("powf=", last, ",", classes[i]);
        add("ppo=", before);
        return count;
    }

    private void window(String side, int i) {
        add(side, "wc=", classes[i]);
        add(side, "w&c=", small[i], ",", classes[i]);
        add(side, "w=", small[i]);
    }

    private void add(String... pieces) {
        of[count++] = hash(pieces);
    }

    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> lower.appendCodePoint(Character.toLowerCase(codePoint)));
        return lower.toString();
    }

    /**
     * Class of a token by its characters, named and decided as OpenNLP 2.5's {@code FeatureGeneratorUtil} does: a word of a script
     * it does not ask for, such as Greek, is taken for Hiragana there, and so here.
     */
    static String wordClass(String token) {
        boolean hiragana = true;
        boolean katakana = true;
        boolean allCapital = true;
        boolean allSmall = true;
        boolean letters = false;
        int digits = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean letter = Character.isLetter(c);
            boolean capital = Character.isUpperCase(c);
            boolean digit = Character.isDigit(c);
            Character.UnicodeScript script = Character.UnicodeScript.of(token.codePointAt(i));
            boolean han = script == Character.UnicodeScript.HAN;
            boolean common = script == Character.UnicodeScript.COMMON && KANA_MARKS.indexOf(c) < 0;
            boolean neither = digit || common || han || script == Character.UnicodeScript.LATIN;
            hiragana &= !neither && script != Character.UnicodeScript.KATAKANA;
            katakana &= !neither && script != Character.UnicodeScript.HIRAGANA;
            letters |= letter;
            allCapital &= capital;
            allSmall &= letter && !capital && !han;
            digits += digit ? 1 : 0;
        }
        if (hiragana || katakana) {
            return hiragana ? "jah" : "jak";
        }
        if (allSmall) {
            return "lc";
        }
        // Two digits anywhere, as in 1/2.
        if (digits == 2 || digits == 4) {
            return digits == 2 ? "2d" : "4d";
        }
        if (digits > 0) {
            return withDigits(token, letters);
        }
        if (allCapital) {
            return token.length() == 1 ? "sc" : "ac";
        }
        boolean capital = token.length() == 2
                && token.charAt(1) == '.'
                && "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ".indexOf(token.charAt(0)) >= 0;
        if (capital) {
            return "cp";
        }
        return Character.isUpperCase(token.charAt(0)) ? "ic" : "other";
    }

    private static String withDigits(String token, boolean letters) {
        if (letters) {
            return "an";
        }
        if (token.indexOf('-') >= 0) {
            return "dd";
        }
        if (token.indexOf('/') >= 0) {
            return "ds";
        }
        if (token.indexOf(',') >= 0) {
            return "dc";
        }
        return token.indexOf('.') >= 0 ? "dp" : "num";
    }
}
