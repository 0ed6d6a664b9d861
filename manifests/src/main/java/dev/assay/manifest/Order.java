package dev.assay.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The orders of the record's arrays. Texts sort by Unicode code point, which is the byte order of their UTF-8. */
final class Order {
    /** By code point; {@link String#compareTo} goes by UTF-16 unit and puts U+10000 before U+FFFD. */
    static final Comparator<String> TEXT = Order::byCodePoint;

    private Order() {}

    private static int byCodePoint(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sameKind = Character.isSurrogate(x) == Character.isSurrogate(y);
                return sameKind ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    static <T> Comparator<T> by(Function<? super T, String> key) {
        return (a, b) -> TEXT.compare(key.apply(a), key.apply(b));
    }

    /** A sorted copy in which no two values are the same by {@code order}. */
    static <T> List<T> sorted(List<T> values, Comparator<? super T> order, String field) {
        List<T> sorted = values.stream().sorted(order).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                throw new ManifestException("\"" + field + "\" holds two entries for the same thing, at " + (i - 1)
                        + " and " + i + " of its order.");
            }
        }
        return sorted;
    }

    /** A sorted copy of texts, each once. */
    static List<String> texts(List<String> values, String field) {
        return sorted(values, TEXT, field);
    }
}
