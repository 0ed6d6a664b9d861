package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps: the same bytes, its own rules, and no more than its profile allows. */
abstract class ExportContract {
    abstract Export export();

    /** Fails unless the files are what the format asks for, by its own schema or library. */
    abstract void check(List<byte[]> files, ExportInput input) throws Exception;

    /** The files without what must differ each time, which is a signature's randomness only. */
    List<byte[]> stable(List<byte[]> files) {
        return files;
    }

    /** Whether the format shows masked samples to those inside. */
    boolean showsSamples() {
        return false;
    }

    /** Whether the record lacks what the format cannot do without, which it must say. */
    boolean refuses(ExportInput input) {
        return false;
    }

    static Stream<ExportInput> inputs() {
        return Stream.of(
                ExportExamples.rich(Profile.INTERNAL),
                ExportExamples.rich(Profile.PUBLIC),
                ExportExamples.empty(),
                ExportExamples.hostile());
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void keepsTheFormat(ExportInput input) throws Exception {
        if (refuses(input)) {
            assertThatExceptionOfType(ExportException.class)
                    .isThrownBy(() -> export().write(input))
                    .withMessageContaining(". ");
        } else {
            check(export().write(input), input);
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void partsAreSmallEnoughToHandIn(ExportInput input) {
        List<byte[]> files = refuses(input) ? List.of(new byte[0]) : export().write(input);
        assertThat(files).isNotEmpty();
        if (files.size() > 1) {
            assertThat(files).allMatch(file -> file.length <= Export.MAX_PART_BYTES);
        }
    }

    @Test
    void givesTheSameBytes() {
        for (Profile profile : Profile.values()) {
            List<byte[]> once = stable(export().write(ExportExamples.rich(profile)));
            List<byte[]> again = stable(export().write(ExportExamples.richAgain(profile)));
            assertThat(again).hasSameSizeAs(once);
            for (int i = 0; i < once.size(); i++) {
                assertThat(again.get(i)).isEqualTo(once.get(i));
            }
        }
    }

    @Test
    void showsThePublicNothingThatHelpsAnAttacker() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.PUBLIC)))).doesNotContain(ExportExamples.SECRETS);
    }

    @Test
    void holdsSamplesOnlyWhereItSaysSo() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.INTERNAL))).contains("x***@***"))
                .isEqualTo(showsSamples());
    }

    @Test
    void isRegistered() {
        assertThat(Exports.find(export().name())).get().isInstanceOf(export().getClass());
        assertThat(export().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(export().title()).isNotBlank();
    }

    /** The files as text, packed ones unpacked. */
    String text(List<byte[]> files) throws Exception {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(new String(file, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
