package org.hashwise.consultation;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.advice.Advice;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.projection.ModelVersion;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Issuing and verification of receipts. Thread-safe. */
@Service
public class Receipts {

    /** An advice and its record, of one and the same evaluation. */
    public record Issued(Advice advice, Receipt receipt) {}

    /** An advice whose record lacks only its place in the chain. */
    public record Pending(Advice advice, ObjectNode fields) {

        /**
         * Takes a millisecond or two, so that it may be done while the chain is locked.
         *
         * @param previous hash of the receipt before it in the store; null for the first one
         */
        public Issued after(@Nullable String previous) {
            ObjectNode whole = fields.deepCopy();
            whole.put("previous", previous);
            return new Issued(advice, Receipt.of(whole));
        }
    }

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;
    private final Analyses analyses;
    private final Projections projections;
    private final Verifier verifier;
    private final ObjectProvider<Editions> archive;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Receipts(
            ActiveRulebook rulebooks,
            Consultation consultation,
            Analyses analyses,
            Projections projections,
            Verifier verifier,
            ObjectProvider<Editions> archive) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
        this.analyses = analyses;
        this.projections = projections;
        this.verifier = verifier;
        this.archive = archive;
    }

    /**
     * Advises, and keeps the edition of the rulebook in the archive when it is not there yet. Not to be called inside a
     * transaction: the archive writes in one of its own.
     *
     * @param assessment id of the assessment
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public Pending prepare(Consultation.Request request, String assessment, int version, Instant at) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            Rulebook rulebook = rulebooks.current();
            Evaluation evaluation = consultation.evaluate(request);
            keep(rulebook);
            ReceiptWriter.Heading heading =
                    new ReceiptWriter.Heading(assessment, version, at, null, ProgramVersion.own());
            ObjectNode fields = evaluation.fields(heading);
            projections
                    .settings(evaluation)
                    .map(settings -> ProjectionDocument.recorded(
                            settings,
                            ModelVersion.CURRENT,
                            usual -> projections.project(evaluation, analyses.flips(evaluation), usual)))
                    .ifPresent(projection -> ReceiptWriter.addProjection(fields, projection));
            return new Pending(evaluation.advice(), fields);
        }
    }

    /** The same in one step. */
    public Issued issue(
            Consultation.Request request, String assessment, int version, Instant at, @Nullable String previous) {
        return prepare(request, assessment, version, at).after(previous);
    }

    private void keep(Rulebook rulebook) {
        if (!kept.contains(rulebook.edition())) {
            archive.ifAvailable(editions -> editions.keep(rulebook.edition(), PackedFiles.pack(rulebook.files())));
            kept.add(rulebook.edition());
        }
    }

    /** Runs a receipt again, with its own answers, market and edition of the rulebook. */
    public Verification verify(Receipt receipt) {
        // One that was imported may have the right hash and lack what a receipt has.
        return verifier.verify(Receipt.parse(receipt.body()));
    }

    /**
     * Runs a receipt again, with its own answers and edition, and the market that the edition has for the day.
     *
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public Verification reissue(Receipt receipt) {
        return verifier.reissue(Receipt.parse(receipt.body()));
    }
}
