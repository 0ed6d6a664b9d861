package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter of ends lets through every end a boundary allows, and leaves out those that the next byte alone refuses. */
class EndFilterTest {
    private static final byte[] OTHERS = ".,:-/=_ 7aZ".getBytes(StandardCharsets.US_ASCII);

    private static Dfa digits(int detectors) {
        return Dfa.of(List.of(Shape.parse("[0-9]{3}"), Shape.parse("[0-9]{3}")).subList(0, detectors), 100);
    }

    private static EndFilter filter(Dfa union, List<Detector> detectors) {
        return new EndFilter(union, label -> EndFilter.behind(detectors.get(label), led(detectors.get(label))));
    }

    private static @Nullable Dfa led(Detector detector) {
        return detector.lead() == null
                ? null
                : Dfa.of(detector.shapes().stream().map(Shape::parse).toList(), 100);
    }

    private static int accepting(Dfa dfa) {
        int state = dfa.start();
        for (int i = 0; i < 3; i++) {
            state = dfa.step(state, (byte) '1');
        }
        assertThat(dfa.accepts(state)).isTrue();
        return state;
    }

    @ParameterizedTest
    @EnumSource(Boundary.class)
    void noEndThatABoundaryAllowsIsLeftOut(Boundary right) {
        Dfa dfa = digits(1);
        EndFilter filter = filter(dfa, List.of(Shapes.plain("digits", "[0-9]{3}", right)));
        int allowed = 0;
        for (int behind = 0; behind < 256; behind++) {
            for (byte next : OTHERS) {
                byte[] bytes = new byte[64];
                Arrays.fill(bytes, next);
                bytes[32] = (byte) behind;
                if (right.allowsEnd(bytes, 32)) {
                    allowed++;
                    assertThat(filter.mayEnd(accepting(dfa), (byte) behind))
                            .as("byte %d before `%c`", behind, next)
                            .isTrue();
                }
            }
        }
        assertThat(allowed).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"WORD,7,false", "WORD,_,false", "WORD,-,true", "TOKEN,-,false", "TOKEN,=,false", "NONE,7,true"})
    void anEndInsideAWordIsNobodys(Boundary right, char behind, boolean may) {
        Dfa dfa = digits(1);
        EndFilter filter = filter(dfa, List.of(Shapes.plain("digits", "[0-9]{3}", right)));
        assertThat(filter.mayEnd(accepting(dfa), (byte) behind)).isEqualTo(may);
    }

    @Test
    void oneWhoMayEndIsEnoughAndBehindALeadMayStandWhatItsShapeBeginsWith() {
        Detector word = Shapes.plain("word", "[0-9]{3}", Boundary.WORD);
        Dfa two = digits(2);
        EndFilter withLead = filter(two, List.of(word, Shapes.behind("led", "[0-9]{3}", "[a-z]{2}", Boundary.WORD)));
        EndFilter without = filter(two, List.of(word, word));
        assertThat(withLead.mayEnd(accepting(two), (byte) 'x')).isTrue();
        assertThat(withLead.mayEnd(accepting(two), (byte) 'X')).isFalse();
        assertThat(withLead.mayEnd(accepting(two), (byte) '-')).isTrue();
        assertThat(without.mayEnd(accepting(two), (byte) 'x')).isFalse();
    }

    @Test
    void moreKindsOfLeadsThanThereAreBitsLoseNoEnd() {
        List<Detector> detectors = IntStream.range(0, 80)
                .mapToObj(i -> Shapes.behind(
                        "led" + i,
                        "[0-9]{3}",
                        Character.toString(0x21 + i).replaceAll("[^a-zA-Z0-9]", "\\\\$0") + "x",
                        Boundary.WORD))
                .toList();
        Dfa all = Dfa.of(detectors.stream().map(one -> Shape.parse("[0-9]{3}")).toList(), 100);
        EndFilter filter = filter(all, detectors);
        for (int i = 0; i < 80; i++) {
            assertThat(filter.mayEnd(accepting(all), (byte) (0x21 + i))).isTrue();
        }
        assertThat(filter.mayEnd(accepting(all), (byte) ' ')).isFalse();
    }
}
