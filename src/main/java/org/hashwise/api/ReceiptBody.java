package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.questionnaire.Language;

/** A receipt, or two, as the body of a request. */
final class ReceiptBody {

    private ReceiptBody() {}

    /**
     * Reads no more than the limit of every body.
     *
     * @throws InvalidRequest when it is no receipt, naming all that is wrong
     */
    static Receipt read(InputStream stream, Language language) throws IOException {
        return taken(() -> Receipt.parse(text(stream)), language);
    }

    /** Two receipts, the earlier and the later advice. */
    record Pair(Receipt from, Receipt to) {}

    /** @throws InvalidRequest when one of them is no receipt, naming all that is wrong with both */
    static Pair pair(InputStream stream, Language language) throws IOException {
        return taken(
                () -> {
                    List<Receipt> receipts = Receipt.parseAll(text(stream), List.of("from", "to"));
                    return new Pair(receipts.get(0), receipts.get(1));
                },
                language);
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private static <T> T taken(Attempt<T> attempt, Language language) throws IOException {
        try {
            return attempt.make();
        } catch (ReceiptUnreadable unreadable) {
            if (unreadable.isTooLarge()) {
                throw InvalidRequest.beyondLimit("json.receipt-values", Receipt.MOST_VALUES);
            }
            throw unreadable.line() > 0
                    ? InvalidRequest.brokenJson(unreadable.line(), unreadable.column())
                    : InvalidRequest.invalid(unreadable.problems(), language);
        }
    }

    private static String text(InputStream stream) throws IOException {
        byte[] bytes = new BoundedInput(stream, JsonBody.LIMIT).readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw InvalidRequest.emptyBody();
        }
        return text;
    }
}
