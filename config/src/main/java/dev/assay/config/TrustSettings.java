package dev.assay.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose signatures count.
 *
 * @param publicKeys PEM files, or directories of them, of scanners elsewhere that began a repository; the workspace's
 *     own key is always trusted
 * @param commit of the manifests repository, whose trust file is believed as it is; null for none
 * @param commits what is demanded of the commits, or of those since {@code commit}
 * @param timestampAuthorities files with certificates of authorities whose timestamps are believed, or of those that
 *     issued them
 * @param timestamps what is demanded of statements
 */
public record TrustSettings(
        List<Path> publicKeys,
        @Nullable String commit,
        CommitDemand commits,
        List<Path> timestampAuthorities,
        TimestampDemand timestamps) {
    public TrustSettings {
        publicKeys = List.copyOf(publicKeys);
        timestampAuthorities = List.copyOf(timestampAuthorities);
    }

    static TrustSettings read(Section trust, Path home) {
        TrustSettings read = new TrustSettings(
                trust.list("public-keys", text -> Workspace.resolve(home, text)),
                trust.find("commit", TrustSettings::commit).orElse(null),
                trust.choice("commits", CommitDemand.class, CommitDemand.ANY),
                trust.list("timestamp-authorities", text -> Workspace.resolve(home, text)),
                trust.choice("timestamps", TimestampDemand.class, TimestampDemand.IF_PRESENT));
        if (read.timestamps == TimestampDemand.REQUIRED && read.timestampAuthorities.isEmpty()) {
            trust.problem("timestamps", "needs `timestamp-authorities`: whose timestamps are believed");
        }
        return read;
    }

    private static String commit(String text) {
        if (!text.matches("[0-9a-f]{40}")) {
            throw new IllegalArgumentException("`" + text + "` is no commit; write all 40 hexadecimal digits");
        }
        return text;
    }
}
