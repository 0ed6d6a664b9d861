package dev.assay.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Names of constants in records: lower case, with hyphens, such as {@code needs-approval}. */
public final class Labels {
    private Labels() {}

    /** The name of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a name; empty if there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> family, String label) {
        return Arrays.stream(family.getEnumConstants())
                .filter(constant -> of(constant).equals(label))
                .findFirst();
    }
}
