package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.JsonBody;
import org.hashwise.questionnaire.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** A receipt, or two, as the body of a request. */
final class ReceiptBody {

    /** Names, values and brackets of a body with one receipt or two. */
    private static final int MOST_TOKENS = 3 * ArchiveTree.MOST_IN_RECEIPT;

    private static final JsonFactory COUNTING = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build();

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
        byte[] bytes = new BoundedInput(stream, JsonBody.LIMIT).readAllBytes();
        refuseManyValues(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw ApiException.emptyBody();
        }
        return text;
    }

    // Before a tree is made of them, which takes many times the memory of the text.
    private static void refuseManyValues(byte[] bytes) {
        try (JsonParser parser = COUNTING.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
        } catch (StreamConstraintsException excessive) {
            if (String.valueOf(excessive.getMessage()).startsWith("Token")) {
                throw ApiException.beyondLimit("json.receipt-values", ArchiveTree.MOST_IN_RECEIPT);
            }
        } catch (JacksonException broken) {
            // The reader of receipts says where.
            return;
        }
    }
}
