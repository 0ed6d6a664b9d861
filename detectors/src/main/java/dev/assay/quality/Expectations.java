package dev.assay.quality;

import dev.assay.config.ConfigException;
import dev.assay.config.ExpectationCondition;
import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Shape;
import dev.assay.detect.shape.ShapeException;
import dev.assay.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy expects of single values, made ready for a scan: each expectation is one finite automaton over the bytes of
 * a cell, so that a cell costs at most one step a byte and expectation. Immutable, for any number of threads.
 */
public final class Expectations {
    /** Nothing is expected. */
    public static final Expectations NONE = new Expectations(List.of());

    private static final int MOST_STATES = 20_000;
    /** A column's expectations are told apart by the bits of a long. */
    private static final int MOST = Long.SIZE;

    private final List<Expectation> expectations;

    /** One expectation and the columns it is held against. */
    private record Expectation(String sha256, List<ExpectationCondition> conditions, Dfa accepted) {
        boolean concerns(String column) {
            return conditions.stream()
                    .flatMap(condition -> condition.columns().stream())
                    .anyMatch(glob -> glob.matches(column));
        }
    }

    private Expectations(List<Expectation> expectations) {
        this.expectations = expectations;
    }

    /**
     * The expectations of a policy's rules.
     *
     * @throws ConfigException with every pattern that cannot be read, and with every set or pattern that is too large
     */
    public static Expectations of(Policy policy) {
        Map<String, List<ExpectationCondition>> byDigest = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        for (Rule rule : policy.rules()) {
            if (rule.condition() instanceof ExpectationCondition condition) {
                byDigest.computeIfAbsent(condition.expectationSha256(), unused -> new ArrayList<>())
                        .add(condition);
                rules.putIfAbsent(condition.expectationSha256(), rule.id());
            }
        }
        List<String> problems = new ArrayList<>();
        if (byDigest.size() > MOST) {
            problems.add(byDigest.size() + " different patterns and sets are more than " + MOST + "; join some");
        }
        List<Expectation> expectations = new ArrayList<>();
        byDigest.forEach((sha256, conditions) -> {
            try {
                Dfa accepted = Dfa.of(List.of(shape(conditions.get(0))), MOST_STATES);
                expectations.add(new Expectation(sha256, List.copyOf(conditions), accepted));
            } catch (ShapeException wrong) {
                problems.add("`" + rules.get(sha256) + "`: " + wrong.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigException("The policy's patterns and sets cannot be used: " + String.join(" · ", problems));
        }
        return expectations.isEmpty() ? NONE : new Expectations(List.copyOf(expectations));
    }

    private static Shape shape(ExpectationCondition condition) {
        List<Shape> options = new ArrayList<>();
        for (String accepted : condition.accepted()) {
            options.add(
                    switch (condition.form()) {
                        case PATTERN -> Shape.parse(accepted);
                        case IN_SET -> literal(accepted);
                    });
        }
        return Shape.anyOf(options);
    }

    private static Shape literal(String value) {
        List<Shape> bytes = new ArrayList<>();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(new Shape.OneByte(ByteSet.NONE.with(one & 0xFF)));
        }
        return new Shape.Sequence(bytes);
    }

    /** One digest over all of them and their columns; part of what a manifest's counts depend on. */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        for (Expectation expectation : expectations) {
            text.append(expectation.sha256());
            expectation
                    .conditions()
                    .forEach(condition -> condition
                            .columns()
                            .forEach(glob -> text.append(' ')
                                    .append(glob.pattern().length())
                                    .append(':')
                                    .append(glob)));
            text.append('\n');
        }
        return Sha256.hex(text.toString());
    }

    /** What holds the cells of one column against the expectations it is concerned by. */
    ColumnExpectations of(String column) {
        List<Expectation> here = expectations.stream()
                .filter(expectation -> expectation.concerns(column))
                .toList();
        return new ColumnExpectations(
                here.stream().map(Expectation::sha256).toList(),
                here.stream().map(Expectation::accepted).toArray(Dfa[]::new));
    }
}
