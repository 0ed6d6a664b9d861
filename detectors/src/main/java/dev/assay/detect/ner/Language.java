package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Languages told apart by their function words. The order decides which bit of the lexicon stands for a language, so new
 * ones go to the end.
 */
enum Language {
    EN(0),
    DE(1),
    FR(2),
    ES(3),
    PT(4),
    IT(5),
    NL(6),
    PL(7),
    TR(8),
    SV(9),
    DA(10),
    NO(11),
    FI(12),
    CS(13),
    RO(14),
    HU(15),
    ID(16),
    VI(17),
    TL(18),
    SW(19);

    private static final List<Language> ALL = List.of(values());

    private final int place;

    Language(int place) {
        this.place = place;
    }

    static List<Language> all() {
        return ALL;
    }

    /** ISO 639-1 code. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How far the language's model leans towards names of each kind; chosen on development portions, see
     * docs/names.md.
     */
    Lean lean() {
        return switch (this) {
            case PT -> new Lean(0, 400, 0);
            default -> Lean.of(0);
        };
    }

    /** Bit of the lexicon's flags. */
    int bit() {
        return 1 << (Lexicon.FIRST_LANGUAGE + place);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
