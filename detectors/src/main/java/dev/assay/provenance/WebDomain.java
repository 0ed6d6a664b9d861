package dev.assay.provenance;

import dev.assay.detect.TopLevelDomains;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The domain that somebody registered, of an address in a cell. Two labels, three where the second one is of a kind that
 * country registries give out below themselves, such as {@code co.uk}; a rule of thumb in the place of the Public Suffix
 * List. Sites that a host gives to its users, such as {@code name.github.io}, come out as the host's domain.
 */
final class WebDomain {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_SCHEME = 12;
    private static final Set<String> SECOND_LEVELS = Set.of(
            "ac", "co", "com", "edu", "gob", "gov", "go", "gouv", "ltd", "mil", "ne", "net", "nhs", "or", "org", "sch");

    private WebDomain() {}

    /** The domain in lower case; empty if the cell is no address with one. */
    static String of(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        int scheme = afterScheme(bytes, start, end);
        int host = scheme < 0 ? start : scheme;
        int stop = host;
        int limit = Math.min(end, host + 2 * MAX_LENGTH);
        int colon = -1;
        for (; stop < limit && bytes[stop] != '/' && bytes[stop] != '?' && bytes[stop] != '#'; stop++) {
            if (bytes[stop] == '@') {
                if (scheme < 0) {
                    return "";
                }
                host = stop + 1;
                colon = -1;
            } else if (bytes[stop] == ':' && colon < 0) {
                colon = stop;
            }
        }
        int hostEnd = colon < 0 ? stop : colon;
        while (hostEnd > host
                && (bytes[hostEnd - 1] == '.' || (bytes[hostEnd - 1] <= ' ' && bytes[hostEnd - 1] >= 0))) {
            hostEnd--;
        }
        return registered(bytes, host, hostEnd);
    }

    private static int afterScheme(byte[] bytes, int start, int end) {
        for (int i = start; i + 2 < end && i < start + MAX_SCHEME; i++) {
            if (bytes[i] == ':') {
                return bytes[i + 1] == '/' && bytes[i + 2] == '/' ? i + 3 : -1;
            }
        }
        return -1;
    }

    private static String registered(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < 4 || length > MAX_LENGTH) {
            return "";
        }
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
            boolean dot = b == '.' && i > start && bytes[i - 1] != '.';
            if (!letter && !dot) {
                return "";
            }
        }
        int last = dotBefore(bytes, start, end);
        if (last < 0 || !TopLevelDomains.contains(bytes, last + 1, end)) {
            return "";
        }
        int second = dotBefore(bytes, start, last);
        boolean country = end - last - 1 == 2;
        if (second >= 0 && country && SECOND_LEVELS.contains(text(bytes, second + 1, last))) {
            second = dotBefore(bytes, start, second);
        }
        return text(bytes, second + 1 > start ? second + 1 : start, end);
    }

    private static int dotBefore(byte[] bytes, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            if (bytes[i] == '.') {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }
}
