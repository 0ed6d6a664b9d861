package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A recorded dataset as named on the command line: its id or the file of its card, and maybe a version.
 *
 * @param version empty for the latest
 */
record DatasetName(String id, OptionalInt version) {
    /** Reads {@code support-chats}, {@code support-chats@3} or {@code support/dataset.yaml}, also with {@code @3}. */
    static DatasetName read(String given, Console console) {
        int at = given.lastIndexOf('@');
        String tail = given.substring(at + 1);
        boolean versioned = at > 0 && tail.matches("[1-9][0-9]{0,8}");
        String name = versioned ? given.substring(0, at) : given;
        OptionalInt version = versioned ? OptionalInt.of(Integer.parseInt(tail)) : OptionalInt.empty();
        boolean exists = name.contains("://") || Files.exists(console.resolve(Path.of(name)));
        return new DatasetName(
                exists ? DatasetArgument.read(name, console).card().id() : name, version);
    }

    StoredVersion find(Ledger ledger) {
        return (version.isPresent() ? ledger.version(id, version.getAsInt()) : ledger.latest(id))
                .orElseThrow(
                        () -> new ConfigException("The record has no " + this + ". `assay log` lists what it has."));
    }

    @Override
    public String toString() {
        return version.isPresent() ? id + "@" + version.getAsInt() : id;
    }
}
