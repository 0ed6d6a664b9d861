package dev.assay.detect.ner;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The lexicon and the models that come with the program, each read when it is first asked for. Thread-safe. */
final class ShippedNames {
    private static final Map<Language, Optional<NameModel>> MODELS = new ConcurrentHashMap<>();

    private ShippedNames() {}

    static Lexicon lexicon() {
        return Shipped.LEXICON;
    }

    /** The model of a language; empty if none is shipped. */
    static Optional<NameModel> model(Language language) {
        // Asked for each text, and a plain look costs a third of this one.
        Optional<NameModel> read = MODELS.get(language);
        return read == null ? MODELS.computeIfAbsent(language, ShippedNames::readModel) : read;
    }

    /** Whether {@link #model} has one, without reading it. */
    static boolean hasModel(Language language) {
        return ShippedNames.class.getResource(resource(language)) != null;
    }

    private static String resource(Language language) {
        return "names-" + language.code() + ".bin";
    }

    private static Optional<NameModel> readModel(Language language) {
        try (DataInputStream in = open(resource(language))) {
            return in == null ? Optional.empty() : Optional.of(NameModel.read(in, language.lean()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable DataInputStream open(String name) {
        InputStream resource = ShippedNames.class.getResourceAsStream(name);
        return resource == null
                ? null
                : new DataInputStream(new BufferedInputStream(new InflaterInputStream(resource), 1 << 16));
    }

    private static final class Shipped {
        static final Lexicon LEXICON = read();

        private static Lexicon read() {
            try (DataInputStream in = open("lexicon.bin")) {
                if (in == null) {
                    throw new IllegalStateException("The class path holds no lexicon of names.");
                }
                return Lexicon.read(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
