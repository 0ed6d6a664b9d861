package dev.assay.efficacy;

import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Which labelled corpus something was measured on.
 *
 * @param name of the corpus
 * @param sha256 digest of its items, each as canonical JSON and a line feed
 * @param items how many
 */
public record Corpus(String name, String sha256, long items) {
    /** The corpus of our own making. It is synthetic: no person wrote it and no person is in it. */
    public static final String SHIPPED = "assay-synthetic-1";

    JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .put("sha256", sha256)
                .put("items", items)
                .build();
    }

    /** Which corpus some items are. */
    public static Corpus of(String name, Iterable<LabelledText> items) {
        Digest digest = new Digest();
        items.forEach(digest::add);
        return digest.finish(name);
    }

    /** Counts and digests items as they come. Not thread-safe. */
    static final class Digest {
        private final MessageDigest digest = Sha256.start();
        private long items;

        void add(LabelledText item) {
            digest.update((item.toJson().canonical() + "\n").getBytes(StandardCharsets.UTF_8));
            items++;
        }

        /** The corpus so far; ends the digest. */
        Corpus finish(String name) {
            return new Corpus(name, Sha256.finish(digest), items);
        }
    }
}
