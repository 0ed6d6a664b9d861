package dev.assay.detect;

import dev.assay.config.DataClass;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the compiled catalogue says besides its automata. Read at every start, so in a form that is read without a parser:
 * every text once, and numbers that count them.
 *
 * <pre>
 *  texts int │ each: length int, UTF-8 │ body: numbers of texts, −1 for none; lists and maps with their size before them
 * </pre>
 *
 * @param tables digest of the data tables
 * @param sha256 digest of the rule set of all detectors
 * @param shapesSha256 digest of the rule set of those with a shape
 * @param detectors in the order of {@link RuleSet#ORDER}
 */
record CatalogueHead(String tables, String sha256, String shapesSha256, List<Detector> detectors) {
    private static final int NONE = -1;

    CatalogueHead {
        detectors = List.copyOf(detectors);
    }

    static CatalogueHead of(List<Detector> detectors, String tables) {
        List<Detector> sorted = detectors.stream().sorted(RuleSet.ORDER).toList();
        return new CatalogueHead(
                tables, RuleSet.digest(sorted, tables), RuleSet.digest(withShapes(sorted), tables), sorted);
    }

    static List<Detector> withShapes(List<Detector> detectors) {
        return detectors.stream()
                .filter(detector -> !detector.shapes().isEmpty())
                .toList();
    }

    byte[] bytes() {
        try {
            Writer writer = new Writer();
            writer.text(tables);
            writer.text(sha256);
            writer.text(shapesSha256);
            writer.body.writeInt(detectors.size());
            for (Detector detector : detectors) {
                writer.detector(detector);
            }
            return writer.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static CatalogueHead read(byte[] bytes) {
        Reader reader = new Reader(bytes);
        return new CatalogueHead(reader.text(), reader.text(), reader.text(), reader.detectors());
    }

    private static final class Writer {
        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream body = new DataOutputStream(bytes);

        byte[] bytes() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(all);
            out.writeInt(texts.size());
            for (String text : texts.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            bytes.writeTo(out);
            return all.toByteArray();
        }

        void detector(Detector detector) throws IOException {
            text(detector.id());
            text(detector.entity());
            text(detector.dataClass().name());
            body.writeInt(detector.version());
            optional(detector.region());
            text(detector.standard());
            texts(detector.shapes());
            optional(detector.lead());
            optional(detector.anchor());
            text(detector.left().name());
            text(detector.right().name());
            optional(detector.check());
            words(detector.context());
            words(detector.against());
            texts(detector.columns());
            texts(detector.notColumns());
            body.writeInt(detector.confidence().shape());
            body.writeInt(detector.confidence().checked());
            body.writeInt(detector.confidence().context());
            body.writeInt(detector.confidence().column());
            body.writeInt(detector.confidence().counter());
            body.writeInt(detector.specificity());
            body.writeInt(detector.chancePpm());
            texts(detector.peers());
        }

        void text(String text) throws IOException {
            Integer known = texts.putIfAbsent(text, texts.size());
            body.writeInt(known == null ? texts.size() - 1 : known);
        }

        private void optional(@Nullable String text) throws IOException {
            if (text == null) {
                body.writeInt(NONE);
            } else {
                text(text);
            }
        }

        private void texts(List<String> list) throws IOException {
            body.writeInt(list.size());
            for (String text : list) {
                text(text);
            }
        }

        private void words(Map<String, List<String>> byLanguage) throws IOException {
            body.writeInt(byLanguage.size());
            for (Map.Entry<String, List<String>> language : byLanguage.entrySet()) {
                text(language.getKey());
                texts(language.getValue());
            }
        }
    }

    private static final class Reader {
        private final ByteBuffer in;
        private final String[] texts;

        Reader(byte[] bytes) {
            in = ByteBuffer.wrap(bytes);
            texts = new String[in.getInt()];
            for (int i = 0; i < texts.length; i++) {
                int length = in.getInt();
                texts[i] = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
                in.position(in.position() + length);
            }
        }

        List<Detector> detectors() {
            int count = in.getInt();
            List<Detector> detectors = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                detectors.add(detector());
            }
            return detectors;
        }

        private Detector detector() {
            return new Detector(
                    text(),
                    text(),
                    DataClass.valueOf(text()),
                    in.getInt(),
                    optional(),
                    text(),
                    texts(),
                    optional(),
                    optional(),
                    Boundary.valueOf(text()),
                    Boundary.valueOf(text()),
                    optional(),
                    words(),
                    words(),
                    texts(),
                    texts(),
                    new Confidence(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()),
                    in.getInt(),
                    in.getInt(),
                    texts());
        }

        String text() {
            return texts[in.getInt()];
        }

        private @Nullable String optional() {
            int number = in.getInt();
            return number == NONE ? null : texts[number];
        }

        private List<String> texts() {
            String[] list = new String[in.getInt()];
            for (int i = 0; i < list.length; i++) {
                list[i] = text();
            }
            return List.of(list);
        }

        private Map<String, List<String>> words() {
            Map<String, List<String>> byLanguage = new TreeMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                byLanguage.put(text(), texts());
            }
            return byLanguage;
        }
    }
}
