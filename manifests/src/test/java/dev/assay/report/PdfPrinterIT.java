package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPrinterIT {
    @TempDir
    Path directory;

    private static PdfPrinter printer() {
        return Browser.find(System.getenv()).map(PdfPrinter::new).orElseGet(() -> {
            Assumptions.abort("Chromium is not on the PATH; nothing was printed.");
            throw new IllegalStateException();
        });
    }

    private static long leftBehind() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith("assay-print"))
                    .count();
        }
    }

    @Test
    void printsTaggedPagesAndLeavesNothingBehind() throws IOException {
        PdfPrinter printer = printer();
        long before = leftBehind();
        byte[] paper = printer.print(HtmlReport.render(ReportExamples.rich()));
        String text = new String(paper, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-").contains("/StructTreeRoot").contains("/Outlines");
        assertThat(text.split("/Type /Page\\b", -1).length - 1).isGreaterThan(2);
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void aBrowserThatPrintsNothingIsAnError() throws IOException {
        Path broken = Files.writeString(directory.resolve("chromium"), "#!/bin/sh\necho no display\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
        long before = leftBehind();
        assertThat(Browser.find(Map.of("PATH", directory.toString()))).contains(broken);
        assertThat(Browser.find(Map.of("PATH", "", Browser.VARIABLE, broken.toString())))
                .contains(broken);
        assertThat(Browser.find(Map.of("PATH", directory.resolve("none").toString())))
                .isEmpty();
        assertThatThrownBy(() -> new PdfPrinter(broken).print(new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("printed nothing: no display");
        assertThat(leftBehind()).isEqualTo(before);
    }
}
