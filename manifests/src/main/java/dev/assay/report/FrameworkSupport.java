package dev.assay.report;

import dev.assay.config.controls.Control;
import dev.assay.config.controls.ControlCatalogue;
import dev.assay.config.controls.EvidenceKind;
import dev.assay.config.controls.Framework;
import dev.assay.config.controls.Strength;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a record supports of one framework.
 *
 * @param framework which
 * @param supported controls whose evidence is all at hand
 * @param lacking the others
 */
record FrameworkSupport(Framework framework, List<Control> supported, List<Lacking> lacking) {

    /**
     * A control some of whose evidence is not at hand.
     *
     * @param id its identifier
     * @param missing what is not, for people
     */
    record Lacking(String id, String missing) {}

    static List<FrameworkSupport> by(Set<EvidenceKind> atHand) {
        ControlCatalogue catalogue = ControlCatalogue.loaded();
        return catalogue.frameworks().stream()
                .map(framework -> of(framework, catalogue.controls(framework), atHand))
                .toList();
    }

    private static FrameworkSupport of(Framework framework, List<Control> controls, Set<EvidenceKind> atHand) {
        return new FrameworkSupport(
                framework,
                controls.stream()
                        .filter(control -> control.missingFrom(atHand).isEmpty())
                        .toList(),
                controls.stream()
                        .filter(control -> !control.missingFrom(atHand).isEmpty())
                        .map(control -> new Lacking(control.id(), titles(control.missingFrom(atHand))))
                        .toList());
    }

    private static String titles(Set<EvidenceKind> kinds) {
        return kinds.stream().map(EvidenceKind::title).collect(Collectors.joining(", "));
    }

    /** What the supported control takes, for people. */
    static String evidence(Control control) {
        return titles(control.evidence());
    }

    long count(Strength strength) {
        return supported.stream()
                .filter(control -> control.strength() == strength)
                .count();
    }

    /** Such as {@code 3 direct, 12 supporting; 5 context only, which do not count}. */
    String summary() {
        return count(Strength.DIRECT) + " direct, " + count(Strength.SUPPORTING) + " supporting; "
                + count(Strength.CONTEXT) + " context only, which do not count";
    }
}
