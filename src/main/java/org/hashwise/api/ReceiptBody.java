package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.questionnaire.Language;

/** A receipt as the body of a request. */
final class ReceiptBody {

    private ReceiptBody() {}

    /**
     * Reads no more than the limit of every body.
     *
     * @throws Refusal when it is no receipt, naming all that is wrong
     */
    static Receipt read(InputStream stream, Language language) throws IOException {
        byte[] bytes = stream.readNBytes(JsonBody.LIMIT + 1);
        if (bytes.length > JsonBody.LIMIT) {
            throw Refusal.tooLarge(JsonBody.LIMIT);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw Refusal.emptyBody();
        }
        try {
            return Receipt.parse(text);
        } catch (ReceiptUnreadable unreadable) {
            throw unreadable.line() > 0
                    ? Refusal.brokenJson(unreadable.line(), unreadable.column())
                    : Refusal.invalid(unreadable.problems(), language);
        }
    }
}
