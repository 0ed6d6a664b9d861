package dev.assay.efficacy;

/**
 * What the shipped model of one language finds of one kind of name in labelled text, as scans decide; measured when models are
 * made, by {@code NameScoresTest}.
 *
 * @param modelSha256 digest of the model's file
 * @param corpus the development portion; which it is stands in docs/names.md
 * @param writing how its texts were written
 * @param minConfidence the least confidence that counted
 * @param figure counts as {@link Evaluation} counts them; its language is the model's
 * @param exact values found from begin to end
 * @param findings all findings of the kind
 */
public record NameFigure(
        String modelSha256,
        Corpus corpus,
        Writing writing,
        int minConfidence,
        Figure figure,
        long exact,
        long findings) {
    public String language() {
        return figure.language();
    }
}
