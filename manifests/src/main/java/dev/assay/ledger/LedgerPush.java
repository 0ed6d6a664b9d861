package dev.assay.ledger;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** Sends a branch to another repository; never by force. */
final class LedgerPush {
    private static final int TIMEOUT_SECONDS = 120;

    private LedgerPush() {}

    static void push(Repository repository, String branch, String remote) {
        String ref = Constants.R_HEADS + branch;
        try (Transport transport = Transport.open(repository, new URIish(remote))) {
            transport.setTimeout(TIMEOUT_SECONDS);
            RemoteRefUpdate update = new RemoteRefUpdate(repository, ref, ref, false, null, null);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            RemoteRefUpdate.Status status =
                    result.getRemoteUpdates().iterator().next().getStatus();
            if (status != RemoteRefUpdate.Status.OK && status != RemoteRefUpdate.Status.UP_TO_DATE) {
                throw new LedgerException("The remote did not take branch " + branch + ": "
                        + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ". Everything is recorded here. If the remote has commits of its own, fetch and merge them,"
                        + " then push.");
            }
        } catch (URISyntaxException notAUrl) {
            throw new LedgerException(
                    "`manifests.remote` is no URL git understands; write file:///path or" + " ssh://host/path.",
                    notAUrl);
        } catch (TransportException trouble) {
            throw new LedgerException(
                    "Cannot reach the remote repository. Everything is recorded here; push again when"
                            + " it can be reached. Git says: " + trouble.getMessage(),
                    trouble);
        } catch (IOException trouble) {
            throw new LedgerException("Cannot read the repository to push it.", trouble);
        }
    }
}
