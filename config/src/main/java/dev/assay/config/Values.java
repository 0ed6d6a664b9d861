package dev.assay.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Turns single values into typed ones; an {@link IllegalArgumentException} says what is wrong and what to write. */
final class Values {
    private Values() {}

    static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is blank; give a value or leave the key out");
        }
        return text;
    }

    static long integer(String text, long min, long max) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException("`" + text + "` is no whole number");
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            String range = max == Long.MAX_VALUE ? min + " or more" : "between " + min + " and " + max;
            throw new IllegalArgumentException(text + " is out of range, give a whole number " + range);
        }
        return value;
    }

    static BigDecimal decimal(String text) {
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            throw new IllegalArgumentException("`" + text + "` is no decimal number such as 0.25");
        }
        return new BigDecimal(text);
    }

    static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("`" + text + "` is neither true nor false");
        };
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException trouble) {
            throw new IllegalArgumentException("`" + text + "` is no date, write it as 2026-01-31", trouble);
        }
    }

    static DataSize size(String text, DataSize min, DataSize max) {
        DataSize size = DataSize.parse(text);
        if (size.compareTo(min) < 0 || size.compareTo(max) > 0) {
            throw new IllegalArgumentException(text + " is out of range, give a size between " + min + " and " + max);
        }
        return size;
    }

    static String httpUrl(String text) {
        if (!text.matches("https?://[^\\s/]+.*")) {
            throw new IllegalArgumentException("`" + text + "` is no URL such as http://localhost:9000");
        }
        return text;
    }

    static String jdbcUrl(String text) {
        if (!text.startsWith("jdbc:")) {
            throw new IllegalArgumentException("This is no JDBC URL such as jdbc:postgresql://db:5432/assay");
        }
        if (text.matches("(?i).*[?;&]password=.*|jdbc:[^/]*//[^/@]*:[^/@]*@.*")) {
            throw new IllegalArgumentException(
                    "The URL holds a password; take it out and name its environment variable under `password-env`");
        }
        return text;
    }

    static String sha256(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("`" + text + "` is no SHA-256, write 64 hex digits in lower case");
        }
        return text;
    }

    static <E extends Enum<E>> E choice(String text, Class<E> type) {
        return choice(text, List.of(type.getEnumConstants()));
    }

    /** One of some constants of an enum. */
    static <E extends Enum<E>> E choice(String text, List<E> constants) {
        List<String> labels = constants.stream().map(Values::label).toList();
        int found = labels.indexOf(text);
        if (found < 0) {
            String choices = ", choose from " + String.join(", ", labels);
            throw new IllegalArgumentException("`" + text + "` is unknown" + Suggestion.orElse(text, labels, choices));
        }
        return constants.get(found);
    }

    /** How the files write an enum's constant. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
