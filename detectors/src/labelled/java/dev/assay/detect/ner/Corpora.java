package dev.assay.detect.ner;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the labelled corpora beside the repository. Tags we have no kind for count as no name. */
final class Corpora {
    private final Path data;

    private final TreeSet<String> read = new TreeSet<>();

    Corpora(Path data) {
        this.data = data;
    }

    /** Paths below the data, of files read so far. */
    SortedSet<String> read() {
        return new TreeSet<>(read);
    }

    private Path file(String path) {
        read.add(path);
        return data.resolve(path);
    }

    /** One token a line, an empty line between sentences. */
    private List<Labelled> columns(String file, int token, int tag, Function<String, Optional<NameKind>> kinds)
            throws IOException {
        List<Labelled> all = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String line : Files.readAllLines(file(file), StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                flush(tokens, tags, kinds, all);
                continue;
            }
            if (line.startsWith("# ")) {
                continue;
            }
            String[] fields = line.strip().split(line.contains("\t") ? "\t" : " ", -1);
            if (fields.length < 2) {
                continue;
            }
            tokens.add(fields[token].strip());
            tags.add(fields[tag < 0 ? fields.length + tag : tag].strip());
            boolean longRun = (tokens.size() >= 60 && fields[token].equals(".")) || tokens.size() >= 300;
            if (longRun && file.contains("europeana")) {
                flush(tokens, tags, kinds, all);
            }
        }
        flush(tokens, tags, kinds, all);
        return all;
    }

    private static void flush(
            List<String> tokens, List<String> tags, Function<String, Optional<NameKind>> kinds, List<Labelled> all) {
        if (!tokens.isEmpty()) {
            all.add(join(tokens, tags, kinds));
        }
        tokens.clear();
        tags.clear();
    }

    private static Labelled join(List<String> tokens, List<String> tags, Function<String, Optional<NameKind>> kinds) {
        Labelled.Builder text = new Labelled.Builder();
        int i = 0;
        boolean open = false;
        while (i < tokens.size()) {
            String tag = tags.get(i);
            Optional<NameKind> kind = kind(tag, kinds);
            int end = i + 1;
            if (kind.isPresent()) {
                while (end < tokens.size()
                        && tags.get(end).startsWith("I-")
                        && tags.get(end).substring(2).equals(tag.substring(2))) {
                    end++;
                }
            }
            StringBuilder piece = new StringBuilder();
            String before = "";
            for (int k = i; k < end; k++) {
                String token = tokens.get(k);
                if (k > i && !sticks(before, token)) {
                    piece.append(' ');
                }
                piece.append(token);
                before = token;
            }
            String first = tokens.get(i);
            String previous = i == 0 ? "" : tokens.get(i - 1);
            boolean quote = first.equals("\"");
            boolean closes = quote && open;
            if (i > 0 && !sticks(previous, first) && !closes && !(previous.equals("\"") && open)) {
                text.add(" ");
            }
            if (quote) {
                open = !open;
            }
            if (kind.isPresent() && piece.charAt(0) != '@' && !previous.equals("@")) {
                text.name(kind.get(), piece.toString());
            } else {
                text.add(piece.toString());
            }
            i = end;
        }
        return text.build();
    }

    private static Optional<NameKind> kind(String tag, Function<String, Optional<NameKind>> kinds) {
        return tag.length() > 2 && tag.charAt(1) == '-' ? kinds.apply(tag.substring(2)) : Optional.empty();
    }

    /** Whether two tokens stand together without a space, as usual type sets them. */
    private static boolean sticks(String left, String right) {
        return left.isEmpty()
                || ".,;:!?)]}%…".contains(right.substring(0, 1))
                || (right.startsWith("'") && right.length() > 1)
                || right.equals("n't")
                || "([{".contains(left)
                || (left.endsWith("'") && left.length() > 1 && left.length() < 4);
    }

    private static Optional<NameKind> plain(String tag) {
        return switch (tag) {
            case "PER", "person", "PESSOA" -> Optional.of(NameKind.PERSON);
            case "LOC", "location", "LOCAL", "BER" -> Optional.of(NameKind.LOCATION);
            case "ORG", "corporation", "group", "ORGANIZACAO" -> Optional.of(NameKind.ORGANIZATION);
            default -> Optional.empty();
        };
    }

    private static Optional<NameKind> crossner(String tag) {
        return switch (tag) {
            case "person", "politician", "writer", "scientist", "musicalartist", "researcher" -> Optional.of(
                    NameKind.PERSON);
            case "location", "country" -> Optional.of(NameKind.LOCATION);
            case "organisation", "politicalparty", "university", "band" -> Optional.of(NameKind.ORGANIZATION);
            default -> Optional.empty();
        };
    }

    List<Labelled> btc(String part) throws IOException {
        return columns("ner/en-btc/btc." + part, 0, -1, Corpora::plain);
    }

    List<Labelled> wnut(String file) throws IOException {
        return columns("ner/en-wnut17/" + file, 0, -1, Corpora::plain);
    }

    List<Labelled> wikigold() throws IOException {
        return columns("ner/en-wikigold/wikigold.conll.txt", 0, -1, Corpora::plain);
    }

    List<Labelled> crossner() throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String domain : List.of("ai", "literature", "music", "politics", "science")) {
            for (String part : List.of("train", "dev")) {
                all.addAll(columns("ner/en-crossner/" + domain + "/" + part + ".txt", 0, -1, Corpora::crossner));
            }
        }
        return all;
    }

    List<Labelled> uner(String file) throws IOException {
        return columns("ner/" + file, 1, 2, Corpora::plain);
    }

    List<Labelled> germeval() throws IOException {
        return columns("ner/de-germeval2014/dev.txt", 0, -1, Corpora::plain);
    }

    List<Labelled> europeana(String file) throws IOException {
        return columns("ner/" + file, 0, -1, Corpora::plain);
    }

    List<Labelled> lener() throws IOException {
        return columns("ner/pt-lener-br/dev.conll", 0, -1, Corpora::plain);
    }

    /** Presidio's synthetic sentences: test only, for their names come from a share-alike source. */
    List<Labelled> presidio(String file) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Json item : Json.parse(Files.readAllBytes(file("pii/presidio-research/" + file)))
                .asArray()
                .values()) {
            JsonObject object = item.asObject();
            String text = object.string("full_text");
            List<Labelled.Name> names = new ArrayList<>();
            for (Json span : object.array("spans").values()) {
                JsonObject one = span.asObject();
                Optional<NameKind> kind =
                        switch (one.string("entity_type")) {
                            case "PERSON" -> Optional.of(NameKind.PERSON);
                            case "GPE", "LOCATION" -> Optional.of(NameKind.LOCATION);
                            case "ORGANIZATION" -> Optional.of(NameKind.ORGANIZATION);
                            default -> Optional.empty();
                        };
                kind.ifPresent(known -> names.add(name(
                        text, known, (int) one.integer("start_position"), (int) one.integer("end_position"))));
            }
            all.add(labelled(text, names));
        }
        return all;
    }

    private static Labelled.Name name(String text, NameKind kind, int from, int to) {
        return new Labelled.Name(kind, text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static Labelled labelled(String text, List<Labelled.Name> names) {
        List<Labelled.Name> sorted =
                names.stream().sorted(Comparator.comparingInt(Labelled.Name::start)).toList();
        List<Labelled.Name> apart = new ArrayList<>();
        int to = 0;
        for (Labelled.Name name : sorted) {
            if (name.start() >= to) {
                apart.add(name);
                to = name.end();
            }
        }
        return new Labelled(text, apart);
    }

    /** Turns of guests at a restaurant's reservation desk; first and last names side by side are one name. */
    List<Labelled> restaurant() throws IOException {
        TreeMap<String, Labelled> byText = new TreeMap<>();
        for (int part = 2; part <= 5; part++) {
            for (Json item : Json.parse(Files.readAllBytes(file("pii/restaurant8k/train_" + part + ".json")))
                    .asArray()
                    .values()) {
                JsonObject object = item.asObject();
                String text = object.object("userInput").string("text");
                List<Labelled.Name> names = new ArrayList<>();
                for (Json label : labels(object)) {
                    JsonObject one = label.asObject();
                    if (one.string("slot").endsWith("_name") && one.findObject("valueSpan").isPresent()) {
                        JsonObject span = one.object("valueSpan");
                        names.add(name(
                                text,
                                NameKind.PERSON,
                                offset(span, "startIndex", 0),
                                offset(span, "endIndex", text.codePointCount(0, text.length()))));
                    }
                }
                byText.put(text, merged(labelled(text, names)));
            }
        }
        return List.copyOf(byText.values());
    }

    private static int offset(JsonObject span, String key, int absent) {
        return span.find(key).isPresent() ? span.int32(key) : absent;
    }

    private static List<Json> labels(JsonObject object) {
        return object.find("labels").isPresent() ? object.array("labels").values() : List.of();
    }

    private static Labelled merged(Labelled one) {
        List<Labelled.Name> names = new ArrayList<>();
        for (Labelled.Name name : one.names()) {
            Labelled.@Nullable Name last = names.isEmpty() ? null : names.get(names.size() - 1);
            if (last != null && one.text().substring(last.end(), name.start()).isBlank()) {
                names.set(names.size() - 1, new Labelled.Name(name.kind(), last.start(), name.end()));
            } else {
                names.add(name);
            }
        }
        return new Labelled(one.text(), names);
    }

    /** Spanish clinical cases; a document is cut at its lines. */
    List<Labelled> meddocan() throws IOException {
        List<Labelled> all = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data.resolve("pii/meddocan"))) {
            files = walk.filter(path -> path.toString().endsWith(".ann")).sorted().toList();
        }
        for (Path ann : files) {
            String path = data.relativize(ann).toString().replace('\\', '/');
            String text = Files.readString(file(path.replace(".ann", ".txt")));
            List<Labelled.Name> names = new ArrayList<>();
            for (String line : Files.readAllLines(file(path))) {
                String[] fields = line.split("\t", -1);
                if (fields.length < 3 || !line.startsWith("T")) {
                    continue;
                }
                String[] span = fields[1].split(" ", -1);
                Optional<NameKind> kind =
                        switch (span[0]) {
                            case "NOMBRE_SUJETO_ASISTENCIA", "NOMBRE_PERSONAL_SANITARIO" -> Optional.of(
                                    NameKind.PERSON);
                            case "TERRITORIO", "PAIS" -> Optional.of(NameKind.LOCATION);
                            case "HOSPITAL", "INSTITUCION", "CENTRO_SALUD" -> Optional.of(NameKind.ORGANIZATION);
                            default -> Optional.empty();
                        };
                kind.ifPresent(
                        known -> names.add(name(text, known, Integer.parseInt(span[1]), Integer.parseInt(span[2]))));
            }
            Labelled whole = labelled(text, names);
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                int to = end < 0 ? text.length() : end;
                int first = from;
                if (to > from) {
                    all.add(new Labelled(
                            text.substring(from, to),
                            whole.names().stream()
                                    .filter(name -> name.start() >= first && name.end() <= to)
                                    .map(name -> new Labelled.Name(
                                            name.kind(), name.start() - first, name.end() - first))
                                    .toList()));
                }
                from = to + 1;
            }
        }
        return all;
    }
}
