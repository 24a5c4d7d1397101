package org.hashwise.consultation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hashwise.analysis.Cancellation;
import org.hashwise.assessment.Archive;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Import of exported assessments. A hash can be computed by anyone, so that each receipt that is not stored yet is evaluated
 * again by the rules that it names and the market that these have for its day; one that does not come out byte for byte is
 * refused. Thread-safe.
 */
@Service
public class AssessmentImport {

    /** The most receipts that one import evaluates. */
    public static final int MOST_RECEIPTS = 1000;

    private static final String ISSUED = "issuedAt";
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+_-]{1,60}");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Archive archive;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Clock clock;

    AssessmentImport(Archive archive, Assessments assessments, Receipts receipts, Clock clock) {
        this.archive = archive;
        this.assessments = assessments;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** An import with more new receipts than are evaluated at once. */
    public static final class TooManyReceipts extends RuntimeException {
        TooManyReceipts() {
            super("more than " + MOST_RECEIPTS + " new receipts", null, false, false);
        }
    }

    /**
     * Takes all of them, or none when one of them cannot be taken.
     *
     * @throws TooManyReceipts when too many of them are new
     */
    public Archive.ImportResult take(List<Archive.Item> items) {
        List<Problem> refused = archive.refusals(items);
        if (!refused.isEmpty()) {
            return new Archive.ImportResult(0, 0, 0, refused);
        }
        List<Fresh> fresh = fresh(items);
        if (fresh.size() > MOST_RECEIPTS) {
            throw new TooManyReceipts();
        }
        List<Problem> problems = new ArrayList<>();
        for (Fresh each : fresh) {
            Cancellation.check();
            Code problem = problem(each.receipt());
            if (problem != null) {
                problems.add(new Problem(each.place(), null, problem, List.of(), ""));
            }
        }
        for (int index = 0; index < items.size(); index++) {
            String place = "assessments[" + index + "]";
            for (String field : fieldsUnlikeReceipts(items.get(index))) {
                problems.add(new Problem(place + "." + field, null, Code.NOT_AS_RECEIPT, List.of(), ""));
            }
        }
        return problems.isEmpty() ? archive.take(items) : new Archive.ImportResult(0, 0, 0, problems);
    }

    /** Dates of an assessment that are not those of its first and its newest receipt. */
    private static List<String> fieldsUnlikeReceipts(Archive.Item item) {
        Assessment assessment = item.assessment();
        JsonNode first = item.receipts().get(0).json();
        JsonNode newest = item.receipts().get(item.receipts().size() - 1).json();
        List<String> fields = new ArrayList<>();
        if (assessment.asOf() != null
                && !isText(newest, "asOf", assessment.asOf().toString())) {
            fields.add("asOf");
        }
        if (!isText(first, ISSUED, written(assessment.createdAt()))) {
            fields.add("createdAt");
        }
        if (!isText(newest, ISSUED, written(assessment.changedAt()))) {
            fields.add("changedAt");
        }
        return fields;
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static boolean isText(JsonNode receipt, String field, String text) {
        return text.equals(receipt.path(field).asString(""));
    }

    /** Returns whether the fields that no evaluation gives are such as a server writes. */
    private static boolean isWellFormed(JsonNode receipt) {
        JsonNode previous = receipt.path("previous");
        return (previous.isNull() || HASH.matcher(previous.asString("")).matches())
                && receipt.path("engine")
                        .path("name")
                        .asString("")
                        .equals(ProgramVersion.own().name())
                && VERSION.matcher(receipt.path("engine").path("version").asString(""))
                        .matches();
    }

    private record Fresh(String place, Receipt receipt) {}

    private List<Fresh> fresh(List<Archive.Item> items) {
        List<Fresh> fresh = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Cancellation.check();
            Archive.Item item = items.get(index);
            for (int version = 1; version <= item.receipts().size(); version++) {
                Receipt receipt = item.receipts().get(version - 1);
                boolean stored = assessments
                        .version(item.assessment().id(), version)
                        .filter(receipt::equals)
                        .isPresent();
                if (!stored) {
                    fresh.add(new Fresh("assessments[" + index + "].receipts[" + (version - 1) + "]", receipt));
                }
            }
        }
        return fresh;
    }

    private @Nullable Code problem(Receipt receipt) {
        try {
            JsonNode json = receipt.json();
            if (!isWellFormed(json)) {
                return Code.NOT_REPRODUCED;
            }
            Instant issued = Instant.parse(json.path(ISSUED).asString(""));
            return issued.isAfter(clock.instant().plus(CLOCK_TOLERANCE)) ? Code.IN_THE_FUTURE : evaluated(receipt);
        } catch (ReceiptUnreadable | DateTimeException | NoMarketYet noReceipt) {
            return Code.NOT_REPRODUCED;
        }
    }

    private @Nullable Code evaluated(Receipt receipt) {
        Verification again = receipts.reissue(receipt);
        if (again.reproduced()) {
            return null;
        }
        boolean known =
                again.rulebook() != Verification.Found.UNKNOWN && again.rulebook() != Verification.Found.REFUSED;
        return known || !again.intact() ? Code.NOT_REPRODUCED : Code.NOT_REPRODUCIBLE;
    }
}
