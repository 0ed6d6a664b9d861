package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Languages told apart by their function words. The order decides which bit of the lexicon stands for a language, so new
 * ones go to the end.
 */
enum Language {
    EN,
    DE,
    FR,
    ES,
    PT,
    IT,
    NL,
    PL,
    TR,
    SV,
    DA,
    NO,
    FI,
    CS,
    RO,
    HU,
    ID,
    VI,
    TL,
    SW;

    private static final List<Language> ALL = List.of(values());

    static List<Language> all() {
        return ALL;
    }

    /** ISO 639-1 code. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bit of the lexicon's flags. */
    int bit() {
        return 1 << Lexicon.FIRST_LANGUAGE + ordinal();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
