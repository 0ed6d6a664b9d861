package dev.assay.cli;

import dev.assay.card.CardImport;
import dev.assay.card.ImportedCard;
import dev.assay.card.PlaceCard;
import dev.assay.card.PlaceFacts;
import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import dev.assay.gate.ExitCode;
import dev.assay.scan.PlaceReader;
import dev.assay.storage.Location;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "card",
        header = "Make a dataset card of one that others wrote: card import.",
        description = {
            "Reads a Hugging Face dataset card (README.md) or a Croissant file (0.8, 1.0, 1.1) and prints a dataset.yaml."
                    + " What nobody declared stands in it as a comment that says `undeclared`; nothing is guessed.",
            "Where there is no card, name the data: a Parquet file, a directory or a location such as s3://corpus/tides/. Then"
                    + " the metadata of the first twenty files and, on S3, tags of bucket and objects are read."
        },
        footer = {
            "",
            "Examples:",
            "  assay card import README.md > dataset.yaml",
            "  assay card import croissant.json --location s3://corpus/tides/ -o tides/dataset.yaml",
            "  assay card import s3://corpus/tides/ > dataset.yaml"
        })
final class CardCommand extends AssayCommand {
    private static final long MAX_BYTES = 64L << 20;

    /** What to do with a card. */
    enum Action {
        IMPORT
    }

    @Parameters(index = "0", paramLabel = "import", description = "Make a card of another one")
    Action action = Action.IMPORT;

    @Parameters(
            index = "1",
            paramLabel = "<file | location>",
            description = "The Hugging Face card or Croissant file, or the data itself")
    String source = "";

    @Option(names = "--location", paramLabel = "<location>", description = "Where the dataset's bytes lie")
    @Nullable String location;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<dataset.yaml>",
            description = "Write it here; a file that is there is left as it is. Default: standard output")
    @Nullable Path output;

    CardCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        ImportedCard card = isData() ? ofPlace() : ofFile();
        if (output == null) {
            console().out().print(card.text());
            console().out().flush();
        } else {
            write(console().resolve(output), card.text());
        }
        console()
                .say("Made of " + card.kind() + ": "
                        + Amounts.count(card.declared().size(), "key") + " filled in, "
                        + Amounts.count(card.undeclared().size(), "key") + " undeclared. Read it, name an owner, then"
                        + " `assay scan` it.");
        return ExitCode.PASS;
    }

    private boolean isData() {
        return source.contains("://")
                || source.endsWith(".parquet")
                || Files.isDirectory(console().resolve(Path.of(source)));
    }

    private ImportedCard ofPlace() {
        DatasetCard bare = DatasetCard.forLocation(
                source.contains("://")
                        ? source
                        : console().resolve(Path.of(source)).toString());
        try (Storages storages = new Storages(Workspaces.storage(global.workspace(console()), 1))) {
            PlaceFacts facts = PlaceReader.read(storages, new Location(bare.location()));
            return PlaceCard.of(facts, bare.id(), location == null ? source : location);
        }
    }

    private ImportedCard ofFile() {
        Path read = console().resolve(Path.of(source));
        return CardImport.read(source, bytes(read), fallbackName(read), Optional.ofNullable(location));
    }

    private byte[] bytes(Path read) {
        try {
            if (Files.isRegularFile(read) && Files.size(read) > MAX_BYTES) {
                throw new ConfigException(source + " is larger than 64 MiB, so it is data and no card.");
            }
            return Files.readAllBytes(read);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot read " + source + ": " + trouble);
        }
    }

    /** {@code chats/README.md} describes {@code chats}, {@code chats.json} as well. */
    private static String fallbackName(Path read) {
        Path name = read.getFileName();
        String stem = name == null ? "" : name.toString().replaceFirst("(?<=.)\\.[A-Za-z]+$", "");
        boolean general = stem.equalsIgnoreCase("readme") || stem.equals("metadata") || stem.equals("croissant");
        Path parent = read.toAbsolutePath().normalize().getParent();
        Path folder = parent == null ? null : parent.getFileName();
        return general && folder != null ? folder.toString() : stem;
    }

    private void write(Path target, String text) {
        try {
            Files.writeString(target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            console().say("Wrote " + target);
        } catch (FileAlreadyExistsException there) {
            throw new ConfigException(target + " is there already; move it away, or name another file with --output.");
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write " + target + ": " + trouble);
        }
    }
}
