package dev.assay.storage;

import java.util.List;
import java.util.Optional;

/**
 * Which files of a location belong to the dataset. A file is left out only by a glob that is written down: no name is
 * hidden by itself.
 *
 * @param include globs over the relative path, see {@link Glob}; empty takes all. <code>*.csv</code> takes files at the top,
 *     <code>**&#47;*.csv</code> takes them at any depth
 * @param exclude globs over the relative path; they win
 */
public record FileFilter(List<String> include, List<String> exclude) {
    /** Takes every file. */
    public static final FileFilter ALL = new FileFilter(List.of(), List.of());

    /**
     * Globs for files that writers and version control leave beside data and no reader takes for data. A dataset uses
     * them as its {@code exclude} unless it names its own; they are recorded like its own.
     */
    public static final List<String> MARKERS = List.of(
            "**/_SUCCESS",
            "**/_committed_*",
            "**/_started_*",
            "**/.*.crc",
            "**/.git/**",
            "**/.gitattributes",
            "**/.gitignore",
            "**/.assay/**",
            "**/.DS_Store");

    /** Takes every file but {@link #MARKERS}. */
    public static final FileFilter WITHOUT_MARKERS = new FileFilter(List.of(), MARKERS);

    /** @throws IllegalArgumentException if a glob is malformed; the message says which and where */
    public FileFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        include.forEach(Glob::parse);
        exclude.forEach(Glob::parse);
    }

    /** The filter ready for use. */
    Compiled compile() {
        return new Compiled(
                include.stream().map(Glob::parse).toList(),
                exclude.stream().map(Glob::parse).toList());
    }

    /** A filter with its globs parsed. */
    record Compiled(List<Glob> include, List<Glob> exclude) {
        /** Why a file is left out; empty if it is taken. */
        Optional<String> objection(String path) {
            for (Glob glob : exclude) {
                if (glob.matches(path)) {
                    return Optional.of("excluded by `" + glob + "`");
                }
            }
            if (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(path))) {
                return Optional.empty();
            }
            return Optional.of("taken by no `include` glob");
        }
    }
}
