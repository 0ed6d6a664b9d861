package dev.assay.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A YAML file being read. Typed access goes through {@link Section}s, which note every problem with its line; {@link
 * #finish} then adds the keys nobody asked for and throws once. Not thread-safe.
 *
 * <pre>{@code
 * Policy policy = YamlFile.read(path).as(Policy::read);
 * }</pre>
 */
public final class YamlFile {
    /** The largest file taken; a larger one is data, not settings. */
    static final int MAX_BYTES = 8 << 20;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Section> opened = new ArrayList<>();
    private final List<Section> documents = new ArrayList<>();
    private final SortedSet<String> keys = new TreeSet<>();

    private YamlFile(String name, String text) {
        this.name = name;
        for (YamlNode document : YamlParser.documents(name, text, problems)) {
            documents.add(document(document));
        }
    }

    /**
     * Reads a file of the disk.
     *
     * @throws ConfigException if it is missing, no regular file, empty, not UTF-8 or not YAML
     */
    public static YamlFile read(Path path) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            throw new ConfigException(name + " is a directory; name the YAML file in it.");
        }
        if (!Files.exists(path)) {
            throw new ConfigException("There is no file " + name + "; check the path, or write one with `assay init`.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConfigException(name + " is larger than " + new DataSize(MAX_BYTES)
                        + "; is it data? Name a configuration file in YAML.");
            }
            return of(name, bytes);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot read " + name + ": " + trouble.getMessage() + "; check its permissions.");
        }
    }

    /**
     * Reads a file of the class path, which must be there.
     *
     * @param path as {@link ClassLoader#getResource} takes it, such as {@code dev/assay/config/default-policy.yaml}
     */
    public static YamlFile resource(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The class path holds no " + path);
            }
            return of(path, in.readAllBytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read " + path + " from the class path", trouble);
        }
    }

    /**
     * Reads bytes.
     *
     * @param name what problems call the file
     * @throws ConfigException if they are empty, not UTF-8 or not YAML
     */
    public static YamlFile of(String name, byte[] utf8) {
        String text = decode(name, utf8);
        if (text.isBlank()) {
            throw new ConfigException(name + " is empty; write one with `assay init`, or restore it.");
        }
        return new YamlFile(name, text);
    }

    /** A file without keys: every setting takes its default. */
    public static YamlFile withoutKeys(String name) {
        return new YamlFile(name, "{}");
    }

    private static String decode(String name, byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(marked ? 3 : 0);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            throw new ConfigException(
                    name, List.of(new Problem(line, "", "this is not UTF-8 text; save the file as UTF-8")));
        }
        return out.flip().toString();
    }

    /** The name problems call this file by. */
    public String name() {
        return name;
    }

    /** Every document of the file; a file of comments only has none. */
    public List<Section> documents() {
        return List.copyOf(documents);
    }

    /** The only document; no keys when the file holds nothing but comments. */
    public Section root() {
        if (documents.size() > 1) {
            Section second = documents.get(1);
            problems.add(new Problem(second.line(), "", "a second document starts here; this file holds one"));
            opened.removeAll(documents.subList(1, documents.size()));
        }
        return documents.isEmpty() ? document(new YamlNode.Mapping(Map.of(), 1)) : documents.get(0);
    }

    /**
     * Reads the only document.
     *
     * @throws ConfigException with all problems
     */
    public <T> T as(Function<Section, T> read) {
        T value = read.apply(root());
        finish();
        return value;
    }

    /**
     * Reads every document.
     *
     * @throws ConfigException with all problems of all documents
     */
    public <T> List<T> each(Function<Section, T> read) {
        List<T> values = documents.stream().map(read).toList();
        finish();
        return values;
    }

    /**
     * Ends the reading: keys that nobody asked for are problems too.
     *
     * @throws ConfigException with all problems, in the order of the file
     */
    public void finish() {
        opened.forEach(Section::reportUnknownKeys);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line));
            throw new ConfigException(name, problems);
        }
    }

    /** All keys asked for so far, list elements as {@code []}: what the file could have said. */
    SortedSet<String> keys() {
        return new TreeSet<>(keys);
    }

    void asked(String pattern) {
        keys.add(pattern);
    }

    void problem(int line, String key, String message) {
        problems.add(new Problem(line, key, message));
    }

    Section open(Section section) {
        opened.add(section);
        return section;
    }

    private Section document(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return open(new Section(this, "", "", mapping));
        }
        boolean nothing = node instanceof YamlNode.Scalar scalar && scalar.isNothing();
        if (!nothing) {
            problem(node.line(), "", node.kind() + " where keys were expected, such as `title: …`");
        }
        return open(new Section(this, "", "", new YamlNode.Mapping(Map.of(), node.line())));
    }
}
