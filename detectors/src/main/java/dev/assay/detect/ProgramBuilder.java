package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Heads;
import dev.assay.detect.shape.Prefixes;
import dev.assay.detect.shape.Shape;
import dev.assay.detect.shape.ShapeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles detectors. Shapes that cannot be compiled are problems of their detector, reported all at once. */
final class ProgramBuilder {
    private static final int MOST_BRANCHES = 96;
    private static final int MOST_RUNS = 1_000;

    /** How many letters may stand at each place of what begins like any word. */
    private static final int FEWEST_OF_A_WORD = 20;

    private static final int MOST_STATES_UNION = 12_000;
    private static final int MOST_STATES_ALONE = 20_000;
    private static final ByteSet LETTERS = ByteSet.range('A', 'Z').union(ByteSet.range('a', 'z'));

    private final List<Detector> detectors;
    private final List<String> problems = new ArrayList<>();
    private final List<Shape> unionShapes = new ArrayList<>();
    private final List<Shape> heads = new ArrayList<>();
    private final List<Parts> parts = new ArrayList<>();
    private final List<List<FrontPlanner.Beginning>> beginnings = new ArrayList<>();

    /** The detectors of the pass being made, those together that begin alike. */
    private final List<Integer> order = new ArrayList<>();

    private final int[] unionOf;

    private ProgramBuilder(List<Detector> detectors) {
        this.detectors = detectors;
        unionOf = new int[detectors.size()];
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
        Pass literal = pass(Pass.Kind.LITERAL);
        Pass classes = pass(Pass.Kind.CLASS);
        Pass supported = pass(Pass.Kind.SUPPORTED);
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return new Program(literal, classes, supported, parts);
    }

    private Pass pass(Pass.Kind pass) {
        order.clear();
        List<Dfa> unions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int from = order.size();
            for (int i = 0; i < detectors.size(); i++) {
                if (passOf(i) == pass && kind(i) == kind) {
                    order.add(i);
                }
            }
            addUnions(from, order.size(), unions);
        }
        List<List<FrontPlanner.Beginning>> begun =
                order.stream().map(beginnings::get).toList();
        Heads told = Heads.of(
                order.stream().map(heads::get).toList(),
                order.stream().mapToInt(detector -> unionOf[detector]).toArray());
        FrontPlan front = pass == Pass.Kind.LITERAL ? FrontLiterals.of(begun) : FrontPlanner.plan(begun);
        return new Pass(front, told, unions);
    }

    private Pass.Kind passOf(int detector) {
        if (detectors.get(detector).runsOnlyWithEvidence()) {
            return Pass.Kind.SUPPORTED;
        }
        boolean literal = FrontLiterals.runs(beginnings.get(detector), MOST_RUNS) <= MOST_RUNS;
        return literal ? Pass.Kind.LITERAL : Pass.Kind.CLASS;
    }

    /** How a detector begins. Detectors of one kind share automata, so that a position has to be followed in few of them. */
    private enum Kind {
        LEAD,
        ANCHOR,
        LITERAL,
        NUMBER,
        WORD,
        OTHER
    }

    private Kind kind(int detector) {
        if (detectors.get(detector).lead() != null) {
            return Kind.LEAD;
        }
        if (detectors.get(detector).anchor() != null) {
            return Kind.ANCHOR;
        }
        boolean literal = true;
        boolean number = true;
        boolean word = false;
        for (FrontPlanner.Beginning beginning : beginnings.get(detector)) {
            List<ByteSet> bytes = beginning.bytes();
            literal &= bytes.get(0).size() <= 2
                    && bytes.get(1).size() <= 2
                    && bytes.get(2).size() <= 2;
            number &= !bytes.get(0).intersects(LETTERS);
            word |= IntStream.range(0, 6).allMatch(place -> bytes.get(place).size() >= FEWEST_OF_A_WORD);
        }
        return literal ? Kind.LITERAL : number ? Kind.NUMBER : word ? Kind.WORD : Kind.OTHER;
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
        List<Shape> pieces = shape instanceof Shape.Sequence sequence ? sequence.parts() : List.of(shape);
        byte[] literal = anchor.getBytes(StandardCharsets.UTF_8);
        int place = -1;
        for (int i = 0; i + literal.length <= pieces.size(); i++) {
            if (isLiteral(pieces.subList(i, i + literal.length), literal)) {
                if (place >= 0) {
                    throw new ShapeException("the anchor stands twice at the top level of the shape");
                }
                place = i;
            }
        }
        if (place < 0) {
            throw new ShapeException("the anchor does not stand at the top level of the shape");
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

    private static boolean isLiteral(List<Shape> pieces, byte[] literal) {
        for (int i = 0; i < literal.length; i++) {
            ByteSet only = ByteSet.NONE.with(literal[i] & 0xFF);
            if (!(pieces.get(i) instanceof Shape.OneByte one) || !one.set().equals(only)) {
                return false;
            }
        }
        return true;
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
        heads.add(Shape.inSequence(List.of(new Shape.OneByte(before), whole)));
        int longest = Math.min(whole.longest(), Program.LONGEST);
        parts.add(new Parts(lead, shape, leftOfAnchor, longest));
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
            order.subList(from, to).forEach(detector -> unionOf[detector] = unions.size());
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
