package dev.assay.detect.ner;

/**
 * Scripts that tell a language, or all that can be told of it: blocks of letters in Unicode 15.1 with the tag (BCP 47) a text
 * written in them bears. The table is ours, so that no JDK's own knowledge of Unicode reaches a record.
 */
enum WritingSystem {
    /** Which of many languages, function words tell. */
    LATIN("und-Latn", 0x41, 0x5A, 0x61, 0x7A, 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x24F, 0x1E00, 0x1EFF),
    GREEK("el", 0x370, 0x3FF, 0x1F00, 0x1FFF),
    CYRILLIC("und-Cyrl", 0x400, 0x52F),
    ARMENIAN("hy", 0x531, 0x58F),
    HEBREW("und-Hebr", 0x590, 0x5FF),
    ARABIC("und-Arab", 0x600, 0x6FF, 0x750, 0x77F, 0x8A0, 0x8FF),
    DEVANAGARI("und-Deva", 0x900, 0x97F),
    BENGALI("und-Beng", 0x980, 0x9FF),
    TAMIL("ta", 0xB80, 0xBFF),
    TELUGU("te", 0xC00, 0xC7F),
    THAI("th", 0xE00, 0xE7F),
    GEORGIAN("ka", 0x10A0, 0x10FF),
    HANGUL("ko", 0x1100, 0x11FF, 0x3130, 0x318F, 0xAC00, 0xD7AF),
    KANA("ja", 0x3040, 0x30FF),
    HAN("zh", 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0x20000, 0x323AF);

    private static final WritingSystem[] ALL = values();

    private final String tag;
    /** Never written to after construction. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] blocks;

    WritingSystem(String tag, int... blocks) {
        this.tag = tag;
        this.blocks = blocks;
    }

    /** What is said of a text written so. */
    String tag() {
        return tag;
    }

    /** A place in arrays that live no longer than a scan; nothing stored depends on it. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    static int count() {
        return ALL.length;
    }

    static WritingSystem at(int place) {
        return ALL[place];
    }

    /** Place of the script a code point is a letter of; −1 if it is none of these. */
    static int placeOf(int codePoint) {
        for (int place = 0; place < ALL.length; place++) {
            int[] blocks = ALL[place].blocks;
            for (int i = 0; i < blocks.length; i += 2) {
                if (codePoint >= blocks[i] && codePoint <= blocks[i + 1]) {
                    return place;
                }
            }
        }
        return -1;
    }
}
