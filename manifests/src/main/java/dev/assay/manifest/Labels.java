package dev.assay.manifest;

import java.util.Locale;

/** Enum constants as the record writes them: lower case, {@code -} between words. */
final class Labels {
    private Labels() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E parse(Class<E> type, String label, String field) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(label)) {
                return constant;
            }
        }
        throw new ManifestException("\"" + field + "\" has a value this version does not know.");
    }
}
