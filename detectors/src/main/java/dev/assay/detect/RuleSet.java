package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The detectors, compiled. Immutable and shared by all threads; each thread scans with a {@link CellScanner} of its own. A
 * detector's index is its place in {@link #detectors()}.
 */
public final class RuleSet {
    /** By id, and those without a shape behind all others, for they are in no automaton. */
    static final Comparator<Detector> ORDER = Comparator.comparing(
                    (Detector detector) -> detector.shapes().isEmpty())
            .thenComparing(Detector::id);

    /** About how many columns' paths are remembered: keys of JSON objects may be without end. */
    private static final int MOST_CONTEXTS = 4096;

    private final List<Detector> detectors;
    private final List<OwnModel> models;
    private final String tables;
    private final Program program;
    private final Map<Dfa, EndFilter> ends = new ConcurrentHashMap<>();
    private @Nullable String sha256;
    private final Check[] checks;
    private final boolean[] hasCheck;
    private final ContextWords contextWords;
    private final WordStarts contextStarts = new WordStarts();
    private final ContextWords wordsAround;
    private final List<WordSet> columns = new ArrayList<>();
    private final List<WordSet> notColumns = new ArrayList<>();
    private final Map<String, ColumnContext> contexts = new ConcurrentHashMap<>();

    private RuleSet(
            List<Detector> detectors,
            List<OwnModel> models,
            String tables,
            Program program,
            CheckRegistry registry,
            @Nullable String sha256) {
        this.detectors = List.copyOf(detectors);
        this.models = List.copyOf(models);
        this.tables = tables;
        this.program = program;
        this.sha256 = sha256;
        checks = bind(detectors, registry);
        hasCheck = new boolean[checks.length];
        for (int i = 0; i < checks.length; i++) {
            Detector detector = detectors.get(i);
            hasCheck[i] = detector.check() != null;
            columns.add(words(detector.columns()));
            notColumns.add(words(detector.notColumns()));
        }
        BitSet needy = new BitSet();
        for (int i = 0; i < checks.length; i++) {
            needy.set(i, runsOnlyWithEvidence(i));
        }
        contextWords = ContextWords.waitedFor(detectors, needy);
        needy.stream().forEach(needing -> detectors.get(needing).contextWords().forEach(contextStarts::add));
        wordsAround = ContextWords.ofAll(detectors);
    }

    /** The catalogue this build ships, as it was compiled with the build, without the entries that have no shape. */
    public static RuleSet shipped() {
        return ShippedShapes.RULES;
    }

    /** As {@link #shipped()}, and names of persons, places and organisations, which models find. */
    public static RuleSet shippedWithNames() {
        return ShippedWhole.RULES;
    }

    /**
     * A rule set of the given detectors, compiled now.
     *
     * @throws CatalogueException with every shape that cannot be compiled and every check that does not exist
     */
    public static RuleSet of(List<Detector> detectors) {
        return compiled(detectors, "", CheckRegistry.loaded());
    }

    /** As {@link #of(List)}, with checks from elsewhere. */
    static RuleSet of(List<Detector> detectors, CheckRegistry registry) {
        return compiled(detectors, "", registry);
    }

    static RuleSet compiled(List<Detector> detectors, String tables, CheckRegistry registry) {
        List<Detector> sorted = detectors.stream().sorted(ORDER).toList();
        List<Detector> shaped = sorted.stream()
                .takeWhile(detector -> !detector.shapes().isEmpty())
                .toList();
        return new RuleSet(sorted, List.of(), tables, ProgramBuilder.compile(shaped), registry, null);
    }

    /** A rule set whose automata and digest are there already. */
    static RuleSet of(List<Detector> sorted, String tables, Program program, String sha256) {
        return new RuleSet(sorted, List.of(), tables, program, CheckRegistry.loaded(), sha256);
    }

    /**
     * These detectors and further ones, compiled now.
     *
     * @throws CatalogueException as {@link #of(List)}, and if an id is taken
     */
    public RuleSet with(List<Detector> further) {
        return changed(List.of(), further);
    }

    /**
     * These detectors without some and with others, compiled now unless nothing changes.
     *
     * @param without ids of detectors to leave out; ids of none are passed over
     * @throws CatalogueException as {@link #of(List)}, and if an id is taken
     */
    public RuleSet changed(Collection<String> without, List<Detector> further) {
        Set<String> taken = new HashSet<>();
        List<Detector> all = new ArrayList<>();
        for (Detector detector : detectors) {
            taken.add(detector.id());
            if (!without.contains(detector.id())) {
                all.add(detector);
            }
        }
        List<String> problems = further.stream()
                .filter(detector -> !taken.add(detector.id()))
                .map(detector -> "`" + detector.id() + "` is the id of two entries")
                .toList();
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        boolean same = all.size() == detectors.size() && further.isEmpty();
        all.addAll(further);
        return same ? this : compiled(all, tables, CheckRegistry.loaded()).reading(models);
    }

    /**
     * These detectors, whose finders read with models of a workspace's own as well.
     *
     * @throws CatalogueException if an id is taken
     */
    public RuleSet reading(List<OwnModel> further) {
        Set<String> taken = new HashSet<>();
        detectors.forEach(detector -> taken.add(detector.id()));
        models.forEach(model -> taken.add(model.id()));
        List<String> problems = further.stream()
                .filter(model -> !taken.add(model.id()))
                .map(model -> "`" + model.id() + "` is the id of two entries")
                .toList();
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        List<OwnModel> all = new ArrayList<>(models);
        all.addAll(further);
        all.sort(Comparator.comparing(OwnModel::id));
        return further.isEmpty() ? this : new RuleSet(detectors, all, tables, program, CheckRegistry.loaded(), null);
    }

    private static WordSet words(List<String> phrases) {
        return phrases.isEmpty() ? WordSet.EMPTY : new WordSet(phrases);
    }

    private static Check[] bind(List<Detector> detectors, CheckRegistry registry) {
        Check[] checks = new Check[detectors.size()];
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < checks.length; i++) {
            String call = detectors.get(i).check();
            checks[i] = (bytes, start, end) -> Check.Verdict.UNCHECKED;
            if (call != null) {
                try {
                    Optional<Check> check = registry.find(call);
                    if (check.isPresent()) {
                        checks[i] = check.get();
                    } else {
                        problems.add("`" + detectors.get(i).id() + "`: there is no check `" + call + "`");
                    }
                } catch (IllegalArgumentException wrong) {
                    problems.add("`" + detectors.get(i).id() + "`: check `" + call + "`: " + wrong.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return checks;
    }

    /** SHA-256 over the canonical JSON of the entries, the digest of the data tables and the engine's version. */
    static String digest(List<Detector> detectors, String tables) {
        return digest(detectors, List.of(), tables);
    }

    private static String digest(List<Detector> detectors, List<OwnModel> models, String tables) {
        JsonObject.Builder content = JsonObject.builder()
                .put("engine", Program.VERSION)
                .put("tables", tables)
                .put("detectors", detectors.stream().map(DetectorJson::write).toList());
        if (!models.isEmpty()) {
            content.put("models", models.stream().map(OwnModel::toJson).toList());
        }
        return content.build().sha256();
    }

    /** All detectors, sorted by id, those without a shape at the end. */
    public List<Detector> detectors() {
        return detectors;
    }

    /** Models of a workspace's own, by id. */
    public List<OwnModel> models() {
        return models;
    }

    /** The filter of the ends that one of the program's automata accepts; made once, for all scanners. */
    EndFilter ends(Dfa union) {
        return ends.computeIfAbsent(union, one -> new EndFilter(one, this::behindEnd));
    }

    private ByteSet behindEnd(int detector) {
        return EndFilter.behind(
                detectors.get(detector), program().parts().get(detector).shape());
    }

    /** The detector of an index as findings give it. */
    public Detector detector(int index) {
        return detectors.get(index);
    }

    /** The index of a detector; empty if there is none of this id. */
    public Optional<Integer> index(String id) {
        for (int i = 0; i < detectors.size(); i++) {
            if (detectors.get(i).id().equals(id)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * Digest of all that decides what is found: entries, models of a workspace's own, data tables and the engine's version; 64
     * hexadecimal digits.
     */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = digest(detectors, models, tables);
        }
        return sha256;
    }

    /** What the path of a column says for and against each detector; of the paths met first it is known from then on. */
    public ColumnContext column(String path) {
        ColumnContext known = contexts.get(path);
        if (known != null) {
            return known;
        }
        ColumnContext context = read(path);
        if (contexts.size() < MOST_CONTEXTS) {
            contexts.put(path, context);
        }
        return context;
    }

    private ColumnContext read(String path) {
        List<WordList> readings = ColumnWords.readings(path);
        byte[] evidence = new byte[detectors.size()];
        for (int i = 0; i < evidence.length; i++) {
            boolean speaksFor = anyHolds(columns.get(i), readings);
            // `name` alone speaks for a person, `file name` against: where no shape decides, the look-alike is heard
            // first.
            boolean hearsAgainst = !speaksFor || detectors.get(i).shapes().isEmpty();
            if (hearsAgainst && anyHolds(notColumns.get(i), readings)) {
                evidence[i] = -1;
            } else if (speaksFor) {
                evidence[i] = 1;
            }
        }
        return new ColumnContext(path, evidence);
    }

    private static boolean anyHolds(WordSet words, List<WordList> readings) {
        return !words.isEmpty() && readings.stream().anyMatch(words::holdsAnyOf);
    }

    /**
     * A scanner for one thread, to be used for many batches. Detectors that are sure of nothing without help are asked only
     * where a word nearby or the column's path speaks for them.
     */
    public CellScanner scanner() {
        return new CellScanner(this, Candour.SUPPORTED);
    }

    /** As {@link #scanner()}, and reports unlikely candidates too that nothing but their shape or a weak check speaks for. */
    public CellScanner thoroughScanner() {
        return new CellScanner(this, Candour.ALL);
    }

    Program program() {
        return program;
    }

    /** Whether a detector is run only where something speaks for it. */
    boolean runsOnlyWithEvidence(int detector) {
        return detector < program.parts().size()
                && program.parts().get(detector).runsOnlyWithEvidence();
    }

    /** The detectors that are run only where something speaks for them. */
    int[] supported() {
        return IntStream.range(0, detectors.size())
                .filter(this::runsOnlyWithEvidence)
                .toArray();
    }

    Check check(int detector) {
        return checks[detector];
    }

    boolean hasCheck(int detector) {
        return hasCheck[detector];
    }

    /** The context words of all detectors that run only where these stand. */
    ContextWords contextWords() {
        return contextWords;
    }

    /** Where one of these words may begin. */
    WordStarts contextStarts() {
        return contextStarts;
    }

    /** The words and phrases that speak for or against any detector. */
    ContextWords wordsAround() {
        return wordsAround;
    }

    /** Words of a column's path, or of a name inside a cell, that name what a detector finds. */
    WordSet columnWords(int detector) {
        return columns.get(detector);
    }

    /** Words of such a name that name a look-alike. */
    WordSet lookAlikeWords(int detector) {
        return notColumns.get(detector);
    }

    private static final class ShippedShapes {
        static final RuleSet RULES = CompiledCatalogue.withShapes();
    }

    private static final class ShippedWhole {
        static final RuleSet RULES = CompiledCatalogue.whole();
    }
}
