package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Prefixes;
import dev.assay.detect.shape.Shape;
import dev.assay.detect.shape.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles detectors. Shapes that cannot be compiled are problems of their detector, reported all at once. */
final class ProgramBuilder {
    private static final int MOST_BRANCHES = 200;
    private static final int MOST_RUNS = 1_000;

    /** How often the runs of a detector that could wait for evidence may stand in the sample without its waiting. */
    private static final int MOST_IN_SAMPLE = 2;

    private static final int MOST_STATES_UNION = 40_000;
    private static final int MOST_STATES_ALONE = 20_000;

    private final List<Detector> detectors;
    private final List<String> problems = new ArrayList<>();
    private final List<Shape> unionShapes = new ArrayList<>();
    private final List<Parts> parts = new ArrayList<>();
    private final List<List<FrontPlanner.Beginning>> beginnings = new ArrayList<>();

    /** The detectors of the pass being made. */
    private final List<Integer> order = new ArrayList<>();

    private final List<Pass.Kind> passOf = new ArrayList<>();
    private final byte[] sample = FrontPlanner.sample();

    private ProgramBuilder(List<Detector> detectors) {
        this.detectors = detectors;
    }

    /**
     * Compiles a list of detectors; their place in the list is their label.
     *
     * @throws CatalogueException with every shape that cannot be compiled
     */
    static Program compile(List<Detector> detectors) {
        return new ProgramBuilder(detectors).compile();
    }

    private Program compile() {
        for (Detector detector : detectors) {
            try {
                add(detector);
            } catch (ShapeException wrong) {
                problems.add("`" + detector.id() + "`: " + wrong.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        for (int i = 0; i < detectors.size(); i++) {
            passOf.add(passOf(i));
        }
        Pass literal = pass(Pass.Kind.LITERAL);
        Pass words = pass(Pass.Kind.WORD);
        Pass classes = pass(Pass.Kind.CLASS);
        Pass supported = pass(Pass.Kind.SUPPORTED);
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        measureDigits(Stream.of(literal, words, classes, supported)
                .flatMap(pass -> pass.unions().stream())
                .toList());
        return new Program(literal, words, classes, supported, parts);
    }

    private void measureDigits(List<Dfa> unions) {
        int[] fewest = FewestDigits.of(unions, parts.size());
        for (int detector = 0; detector < fewest.length; detector++) {
            parts.set(detector, parts.get(detector).withFewestDigits(fewest[detector]));
        }
    }

    private Pass pass(Pass.Kind kind) {
        order.clear();
        for (int i = 0; i < detectors.size(); i++) {
            if (passOf.get(i) == kind) {
                order.add(i);
            }
        }
        List<Dfa> unions = new ArrayList<>();
        addUnions(0, order.size(), unions);
        List<List<FrontPlanner.Beginning>> begun =
                order.stream().map(beginnings::get).toList();
        boolean runs = kind == Pass.Kind.LITERAL || kind == Pass.Kind.WORD;
        FrontLiterals literals = runs ? FrontLiterals.of(begun) : null;
        FrontPlanner.Planned front = FrontPlanner.plan(begun, FrontMasks.BUCKETS, positions(kind, literals));
        if (kind == Pass.Kind.SUPPORTED) {
            for (int i = 0; i < order.size(); i++) {
                int detector = order.get(i);
                Shape begins = unionShapes.get(detector).clipped(AwakeFront.DEPTH);
                Dfa beginning = Dfa.of(List.of(begins), MOST_STATES_ALONE);
                parts.set(
                        detector,
                        parts.get(detector)
                                .runOnlyWithEvidence(beginning, front.buckets().get(i)));
            }
        }
        Openings openings = kind == Pass.Kind.CLASS ? Openings.of(begun) : null;
        BeginningBytes firstBytes = kind == Pass.Kind.SUPPORTED ? BeginningBytes.of(begun) : null;
        return new Pass(literals, openings, firstBytes, front.masks(), unions);
    }

    /** The positions of the sample that the masks have to judge. */
    private int[] positions(Pass.Kind kind, @Nullable FrontLiterals literals) {
        int from = CellBatch.PADDING;
        int to = sample.length - CellBatch.PADDING;
        int[] places = new Places(ByteSet.NONE, ByteSet.ALL).all(sample, from, to);
        if (literals == null) {
            return places;
        }
        LiteralFront front = new LiteralFront(literals);
        int[] positions = new int[sample.length + 2];
        int count = 0;
        if (kind == Pass.Kind.LITERAL) {
            count = front.survivors(sample, from, to, positions, 0);
        } else {
            for (int place : places) {
                count = front.survivors(sample, place, place + 1, positions, count);
            }
        }
        return Arrays.copyOf(positions, count);
    }

    /** What begins with rare runs is met so seldom that it need not wait for evidence. */
    private Pass.Kind passOf(int detector) {
        Set<Integer> runs = FrontLiterals.runs(beginnings.get(detector), MOST_RUNS);
        boolean waits = detectors.get(detector).mayRunOnlyWithEvidence();
        if (!runs.isEmpty() && (!waits || inSample(runs) <= MOST_IN_SAMPLE)) {
            return beginnings.get(detector).stream().allMatch(ProgramBuilder::isOfWord)
                    ? Pass.Kind.WORD
                    : Pass.Kind.LITERAL;
        }
        return waits ? Pass.Kind.SUPPORTED : Pass.Kind.CLASS;
    }

    /** Whether something begins with the first byte of a word, and if that is a letter or digit, behind none. */
    private static boolean isOfWord(FrontPlanner.Beginning beginning) {
        ByteSet first = beginning.bytes().get(0);
        boolean insideWords =
                first.intersects(Places.WORD) && beginning.before().intersects(Places.WORD);
        return !insideWords && !first.intersects(Places.WORD_BEGINNINGS.complement());
    }

    private int inSample(Set<Integer> runs) {
        int gram = 0;
        int found = 0;
        for (byte next : sample) {
            gram = (gram >>> 8) | (next << 24);
            found += runs.contains(gram | FrontLiterals.FOLD) ? 1 : 0;
        }
        return found;
    }

    private void add(Detector detector) {
        Shape shape = Shape.anyOf(detector.shapes().stream().map(Shape::parse).toList());
        if (shape.matchesEmpty()) {
            throw new ShapeException("the shape matches the empty text");
        }
        String lead = detector.lead();
        String anchor = detector.anchor();
        if (lead != null && anchor != null) {
            throw new ShapeException("`lead` and `anchor` exclude each other");
        }
        if (lead != null) {
            Shape before = Shape.parse(lead);
            if (before.matchesEmpty()) {
                throw new ShapeException("the lead matches the empty text");
            }
            Dfa leadDfa = Dfa.of(List.of(before), MOST_STATES_ALONE);
            Dfa shapeDfa = Dfa.of(List.of(shape), MOST_STATES_ALONE);
            enter(
                    before,
                    Shape.inSequence(List.of(before, shape)),
                    detector.left().allowedLeft(),
                    leadDfa,
                    shapeDfa,
                    null);
        } else if (anchor != null) {
            addAnchored(shape, anchor);
        } else {
            enter(shape, shape, detector.left().allowedLeft(), null, null, null);
        }
    }

    private void addAnchored(Shape shape, String anchor) {
        List<Shape> pieces = pieces(shape);
        List<Shape> middle = pieces(Shape.parse(anchor));
        int place = Collections.indexOfSubList(pieces, middle);
        if (place < 0) {
            throw new ShapeException("the anchor does not stand at the top level of the shape");
        }
        if (Collections.lastIndexOfSubList(pieces, middle) != place) {
            throw new ShapeException("the anchor stands twice at the top level of the shape");
        }
        Shape before = new Shape.Sequence(pieces.subList(0, place));
        if (before.matchesEmpty()) {
            throw new ShapeException("what stands left of the anchor may be empty; leave the anchor out");
        }
        Shape backwards = before.reversed();
        ByteSet lastBytes = Prefixes.of(backwards, 1).get(0);
        Shape onwards = Shape.inSequence(pieces.subList(place, pieces.size()));
        enter(onwards, onwards, lastBytes, null, null, Dfa.of(List.of(backwards), MOST_STATES_ALONE));
    }

    private static List<Shape> pieces(Shape shape) {
        return shape instanceof Shape.Sequence sequence ? sequence.parts() : List.of(shape);
    }

    /** Takes in what the union follows, and the whole that begins with it. */
    private void enter(
            Shape followed,
            Shape whole,
            ByteSet before,
            @Nullable Dfa lead,
            @Nullable Dfa shape,
            @Nullable Dfa leftOfAnchor) {
        unionShapes.add(followed);
        int longest = Math.min(whole.longest(), Program.LONGEST);
        parts.add(new Parts(lead, shape, leftOfAnchor, longest, whole.bytes(), 0, null, 0));
        beginnings.add(Prefixes.branches(whole, MOST_BRANCHES).stream()
                .map(branch -> new FrontPlanner.Beginning(before, Prefixes.of(branch, FrontMasks.DEPTH)))
                .toList());
    }

    /** Makes one automaton of a range of the order, or cuts the range in halves while it gets too large. */
    private void addUnions(int from, int to, List<Dfa> unions) {
        if (from == to) {
            return;
        }
        Dfa union = tryUnion(from, to);
        if (union != null) {
            unions.add(union);
        } else if (to - from > 1) {
            int middle = (from + to) / 2;
            addUnions(from, middle, unions);
            addUnions(middle, to, unions);
        }
    }

    private @Nullable Dfa tryUnion(int from, int to) {
        int[] labels =
                order.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
        List<Shape> shapes =
                order.subList(from, to).stream().map(unionShapes::get).toList();
        try {
            return Dfa.of(shapes, labels, to - from == 1 ? MOST_STATES_ALONE : MOST_STATES_UNION);
        } catch (ShapeException tooLarge) {
            if (to - from == 1) {
                problems.add("`" + detectors.get(order.get(from)).id() + "`: " + tooLarge.getMessage()
                        + "; shorten its repeats or make neighbouring parts tell each other apart");
            }
            return null;
        }
    }
}
