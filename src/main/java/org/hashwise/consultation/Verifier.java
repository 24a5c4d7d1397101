package org.hashwise.consultation;

import java.util.Optional;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Verification.Difference;
import org.hashwise.rulebook.Rulebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verifier of receipts by re-execution: their answers, their market, their edition of the rulebook. Thread-safe. */
public final class Verifier {

    private final EditionRepository editions;
    private final ProgramVersion engine;

    public Verifier(EditionRepository editions) {
        this(editions, ProgramVersion.own());
    }

    Verifier(EditionRepository editions, ProgramVersion engine) {
        this.editions = editions;
        this.engine = engine;
    }

    /** @throws org.hashwise.rulebook.EditionsBusy when too many others want old editions opened */
    public Verification verify(Receipt receipt) {
        return verify(receipt, false);
    }

    /**
     * The same with the market that the edition has for the day, in place of the one that the receipt states: what was
     * issued here holds no other.
     */
    Verification reissue(Receipt receipt) {
        return verify(receipt, true);
    }

    private Verification verify(Receipt receipt, boolean ownMarket) {
        ReceiptFields fields = receipt.fields();
        boolean intact = receipt.isIntact();
        JsonNode given = receipt.json();
        try (EditionRepository.EditionLease lease = editions.open(fields.rulebook())) {
            Rulebook rulebook = lease.rulebook();
            Optional<Difference> difference;
            if (rulebook == null) {
                difference = intact ? Optional.empty() : Optional.of(hashDifference(given));
            } else {
                difference = ReceiptDifferences.first(given, again(given, fields, rulebook, ownMarket));
            }
            return new Verification(
                    intact && rulebook != null && difference.isEmpty(),
                    intact,
                    difference.orElse(null),
                    lease.found(),
                    fields.rulebook(),
                    fields.engine(),
                    engine.version());
        }
    }

    // What was not evaluated is taken over as it is; if it was changed, the hash shows it.
    private static JsonNode again(JsonNode given, ReceiptFields fields, Rulebook rulebook, boolean ownMarket) {
        ReceiptWriter.Heading heading = new ReceiptWriter.Heading(
                fields.assessment(),
                fields.version(),
                fields.issuedAt(),
                fields.previous(),
                new ProgramVersion(given.path("engine").path("name").asString(""), fields.engine()));
        Evaluation evaluation = ownMarket
                ? Evaluation.of(rulebook, fields, Evaluation.market(rulebook, fields.asOf(), fields.language()))
                : Evaluation.of(rulebook, fields, fields.market());
        ObjectNode again = evaluation.fields(heading);
        if (given.has(ReceiptFields.PROJECTION)) {
            Projections.recorded(rulebook, evaluation, ProjectionDocument.model(given))
                    .ifPresent(projection -> ReceiptWriter.addProjection(again, projection));
        }
        return Receipt.of(again).json();
    }

    private static Difference hashDifference(JsonNode given) {
        ObjectNode others = ((ObjectNode) given).deepCopy();
        JsonNode hash = others.remove("hash");
        return new Difference("$.hash", hash, others.stringNode(CanonicalJson.hash(others)));
    }
}
