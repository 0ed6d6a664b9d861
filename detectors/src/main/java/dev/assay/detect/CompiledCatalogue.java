package dev.assay.detect;

import dev.assay.build.ModuleDigest;
import dev.assay.json.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The shipped catalogue in compiled form: a resource the build writes beside the classes, so that starting a scan parses no
 * YAML and builds no automaton. Where the resource is missing, as in an editor that skips this build step, the YAML files
 * are compiled when they are first needed.
 *
 * <pre>
 *  magic int │ engine version int │ length int, {@link CatalogueHead} │ program, deflated
 * </pre>
 */
final class CompiledCatalogue {
    static final String RESOURCE = "detectors.bin";
    private static final int MAGIC = 0x4153525B;

    private CompiledCatalogue() {}

    /** All shipped detectors. */
    static RuleSet whole() {
        Contents shipped = Shipped.CONTENTS;
        return RuleSet.of(shipped.head.detectors(), shipped.head.tables(), shipped.program, shipped.head.sha256());
    }

    /** Those that have a shape, so that automata alone find what they look for. */
    static RuleSet withShapes() {
        Contents shipped = Shipped.CONTENTS;
        List<Detector> detectors = CatalogueHead.withShapes(shipped.head.detectors());
        return RuleSet.of(detectors, shipped.head.tables(), shipped.program, shipped.head.shapesSha256());
    }

    private record Contents(CatalogueHead head, Program program) {}

    private static final class Shipped {
        static final Contents CONTENTS = load();
    }

    private static Contents load() {
        try (InputStream resource = CompiledCatalogue.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                List<Detector> detectors = Catalogue.onClassPath();
                return new Contents(
                        CatalogueHead.of(detectors, ""), RuleSet.of(detectors).program());
            }
            return read(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Contents read(InputStream resource) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(resource, 1 << 16));
        if (in.readInt() != MAGIC || in.readInt() != Program.VERSION) {
            throw new IllegalStateException(RESOURCE + " was made by another version; build again.");
        }
        CatalogueHead head = CatalogueHead.read(in.readNBytes(in.readInt()));
        return new Contents(head, program(in));
    }

    private static Program program(InputStream deflated) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new InflaterInputStream(deflated), 1 << 16))) {
            return Program.read(in);
        }
    }

    /**
     * The build step: compiles the catalogue in a folder of classes and resources, unless it is compiled already.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path target = classes.resolve(RESOURCE);
        List<Detector> detectors = Catalogue.under(classes.resolve("detectors"));
        String tables = tablesDigest(classes);
        byte[] head = CatalogueHead.of(detectors, tables).bytes();
        if (isNewest(target, classes) && holds(target, head)) {
            return;
        }
        RuleSet rules = RuleSet.compiled(detectors, tables, CheckRegistry.loaded());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(MAGIC);
            out.writeInt(Program.VERSION);
            out.writeInt(head.length);
            out.write(head);
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION));
            DataOutputStream program = new DataOutputStream(new BufferedOutputStream(deflated));
            rules.program().write(program);
            program.flush();
            deflated.finish();
        }
    }

    /** Whether no class or resource was written since, for the compiler of the catalogue may itself have changed. */
    private static boolean isNewest(Path target, Path classes) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(target);
        for (Path file : filesUnder(classes)) {
            // The digest of the module is written last and says nothing new.
            if (!file.endsWith(ModuleDigest.RESOURCE)
                    && Files.getLastModifiedTime(file).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Path target, byte[] head) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(target)))) {
            return in.readInt() == MAGIC
                    && in.readInt() == Program.VERSION
                    && in.readInt() == head.length
                    && Arrays.equals(in.readNBytes(head.length), head);
        }
    }

    /** One digest over every resource that is no class and no catalogue entry: the tables the checks read. */
    private static String tablesDigest(Path classes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : filesUnder(classes)) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            boolean counted = !name.endsWith(".class")
                    && !name.endsWith(".yaml")
                    && !name.startsWith("META-INF/")
                    && !name.equals(RESOURCE);
            if (counted) {
                lines.append(name)
                        .append(' ')
                        .append(Sha256.hex(Files.readAllBytes(file)))
                        .append('\n');
            }
        }
        return Sha256.hex(lines.toString());
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
