package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hashwise.consultation.Attributions;
import org.hashwise.consultation.Receipts;
import org.hashwise.consultation.RequestLanguage;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that verify a receipt and attribute the difference of two. */
@RestController
@RequestMapping(
        path = "/api/v1/receipts",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ReceiptsApi {

    private final Receipts receipts;
    private final Attributions attributions;

    ReceiptsApi(Receipts receipts, Attributions attributions) {
        this.receipts = receipts;
        this.attributions = attributions;
    }

    /** Runs a receipt again. */
    @PostMapping("/verify")
    VerificationResponse verify(HttpServletRequest http) throws IOException {
        return VerificationResponse.of(
                receipts.verify(ReceiptBody.read(RequestStream.of(http), RequestLanguage.of(http))));
    }

    /** The attribution of the difference between two advices to answers, market and rules. */
    @PostMapping("/attribution")
    AttributionResponse attribution(HttpServletRequest http) throws IOException {
        ReceiptBody.Pair pair = ReceiptBody.pair(RequestStream.of(http), RequestLanguage.of(http));
        return AttributionResponse.of(attributions.between(pair.from(), pair.to()));
    }
}
