package dev.assay.config;

import java.util.List;

/**
 * One control of a framework, and what a dataset record has to say about it.
 *
 * @param framework such as {@code soc2-tsc}
 * @param id as the framework writes it
 * @param paraphrase our own words, not the framework's
 * @param verified how the identifier was checked
 * @param evidence which parts of the record
 * @param strength how much they say
 * @param relevance why they say it
 * @param condition when they count; empty for always
 * @param cannotShow what they never show; empty if nothing is known
 */
public record Control(
        Framework framework,
        String id,
        String paraphrase,
        Verified verified,
        List<String> evidence,
        Strength strength,
        String relevance,
        String condition,
        String cannotShow) {

    /** Where controls come from. */
    public enum Framework {
        SOC2_TSC("SOC 2, Trust Services Criteria 2017 (points of focus 2022)"),
        ISO27001("ISO/IEC 27001:2022"),
        ISO42001("ISO/IEC 42001:2023"),
        NIST_AI_RMF("NIST AI RMF 1.0"),
        EU_AI_ACT("Regulation (EU) 2024/1689, AI Act"),
        GDPR("Regulation (EU) 2016/679, GDPR"),
        HIPAA("45 CFR Part 164, HIPAA");

        private final String title;

        Framework(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** How an identifier was checked. */
    public enum Verified {
        /** Read in a third party's transcription. */
        V1,
        /** Also in a second one. */
        V2,
        /** On a web page. */
        V3,
        /** Not at all. */
        U
    }

    /** How much a record says. */
    public enum Strength {
        /** The record is the control's own output. */
        DIRECT,
        /** Part of a story that needs other evidence too. */
        SUPPORTING,
        /** A pointer, never counted. */
        CONTEXT
    }

    public Control {
        evidence = List.copyOf(evidence);
    }

    static Control read(Section control) {
        return new Control(
                control.require("framework").choice("framework", Framework.class, Framework.SOC2_TSC),
                control.text("id"),
                control.text("paraphrase"),
                control.require("verified").choice("verified", Verified.class, Verified.U),
                control.texts("evidence"),
                control.require("strength").choice("strength", Strength.class, Strength.CONTEXT),
                control.text("relevance"),
                control.text("condition", ""),
                control.text("cannot-show", ""));
    }
}
