package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.questionnaire.Language;

/** A receipt, or two, as the body of a request. */
final class ReceiptBody {

    private ReceiptBody() {}

    /**
     * Reads no more than the limit of every body.
     *
     * @throws ApiException when it is no receipt, naming all that is wrong
     */
    static Receipt read(InputStream stream, Language language) throws IOException {
        return taken(() -> Receipt.parse(text(stream)), language);
    }

    /** Two receipts, the earlier and the later advice. */
    record Pair(Receipt from, Receipt to) {}

    /** @throws ApiException when one of them is no receipt, naming all that is wrong with both */
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
            throw unreadable.line() > 0
                    ? ApiException.brokenJson(unreadable.line(), unreadable.column())
                    : ApiException.invalid(unreadable.problems(), language);
        }
    }

    private static String text(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(JsonBody.LIMIT + 1);
        if (bytes.length > JsonBody.LIMIT) {
            throw ApiException.tooLarge(JsonBody.LIMIT);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw ApiException.emptyBody();
        }
        return text;
    }
}
