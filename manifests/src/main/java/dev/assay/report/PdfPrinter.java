package dev.assay.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints self-contained pages as PDF in a browser of this machine, which has every script's letters, hyphenation and the
 * tags a screen reader needs. It runs with a profile of its own that is deleted afterwards and resolves no host name. The bytes carry the time of printing: they are for people, and no digest of a record covers them.
 *
 * @param browser a program as {@link Browser#find} finds it
 */
public record PdfPrinter(Path browser) {
    private static final int PATIENCE_SECONDS = 120;

    /**
     * The page on paper.
     *
     * @param html UTF-8; a page of ours, which forbids scripts and loads nothing
     * @throws IOException if the browser does not start, does not end in two minutes or prints nothing
     */
    public byte[] print(byte[] html) throws IOException {
        Path directory = Files.createTempDirectory("assay-print");
        try {
            Path page = Files.write(directory.resolve("page.html"), html);
            Path paper = directory.resolve("page.pdf");
            Path log = directory.resolve("browser.log");
            run(directory, page, paper, log);
            if (!Files.exists(paper)) {
                throw new IOException(browser + " printed nothing: " + lastLine(log));
            }
            return Files.readAllBytes(paper);
        } finally {
            delete(directory);
        }
    }

    private void run(Path directory, Path page, Path paper, Path log) throws IOException {
        Process process = new ProcessBuilder(command(directory, page, paper))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(browser + " did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while " + browser + " printed", stop);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> command(Path directory, Path page, Path paper) {
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + directory.resolve("profile"),
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--print-to-pdf=" + paper));
        // It refuses to start as root with its sandbox, as in most containers. The page is ours and forbids scripts.
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add(page.toUri().toString());
        return command;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }

    /** A browser that was stopped may still write for a moment: what is new is deleted in the next round. */
    private static void delete(Path directory) throws IOException {
        for (int round = 0; Files.exists(directory); round++) {
            try (Stream<Path> entries = Files.walk(directory)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(entry);
                }
            } catch (IOException | UncheckedIOException stillWriting) {
                if (round == 20) {
                    throw new IOException("Cannot delete " + directory + "; delete it by hand", stillWriting);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
