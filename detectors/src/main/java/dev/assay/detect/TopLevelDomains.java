package dev.assay.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The last labels that a domain's name may have: those of the root zone, internationalised ones (any {@code xn--} or
 * non-ASCII label), those reserved by RFC 2606, RFC 6761 and RFC 6762, and those that networks use at home.
 */
public final class TopLevelDomains {
    private static final String RESOURCE = "top-level-domains.txt";
    private static final String[] LOCAL = {
        "alt",
        "arpa",
        "corp",
        "domain",
        "example",
        "home",
        "internal",
        "intranet",
        "invalid",
        "lan",
        "local",
        "localdomain",
        "localhost",
        "onion",
        "private",
        "test",
        "tld"
    };
    private static final byte[][] NAMES = read();

    private TopLevelDomains() {}

    /** Whether the bytes are such a label, in any case. */
    public static boolean contains(byte[] bytes, int start, int end) {
        if (end - start > 4 && Ascii.equalsAnyCase(bytes, start, start + 4, "xn--")) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        int low = 0;
        int high = NAMES.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(NAMES[middle], bytes, start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static int compare(byte[] name, byte[] bytes, int start, int end) {
        int length = Math.min(name.length, end - start);
        for (int i = 0; i < length; i++) {
            byte other = bytes[start + i];
            int order = name[i] - (other >= 'A' && other <= 'Z' ? other + 32 : other);
            if (order != 0) {
                return order;
            }
        }
        return name.length - (end - start);
    }

    private static byte[][] read() {
        try (InputStream in = TopLevelDomains.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is not on the class path.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            byte[][] names = Stream.concat(text.lines().filter(line -> !line.startsWith("#")), Arrays.stream(LOCAL))
                    .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
            Arrays.sort(names, Arrays::compare);
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the resource " + RESOURCE + ".", broken);
        }
    }
}
