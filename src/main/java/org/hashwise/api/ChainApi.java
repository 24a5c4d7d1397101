package org.hashwise.api;

import java.util.Locale;
import org.hashwise.assessment.ChainReport;
import org.hashwise.assessment.ChainVerification;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that verifies the hash chain of the store. */
@RestController
@RequestMapping(path = "/api/v1/receipts/chain", produces = MediaType.APPLICATION_JSON_VALUE)
class ChainApi {

    private final ChainVerification verification;

    ChainApi(ChainVerification verification) {
        this.verification = verification;
    }

    @GetMapping
    ChainResponse chain() {
        return ChainResponse.of(verification.run());
    }

    /** @param fault the first record that is not as it should be; null when all are */
    record ChainResponse(
            boolean sound,
            long links,
            long receipts,
            long forgotten,
            @Nullable String head,
            @Nullable FaultItem fault) {
        static ChainResponse of(ChainReport report) {
            return new ChainResponse(
                    report.sound(),
                    report.links(),
                    report.receipts(),
                    report.forgotten(),
                    report.head(),
                    report.fault() == null ? null : FaultItem.of(report.fault()));
        }
    }

    // The whole id of an assessment would open it; its beginning is enough to find it.
    record FaultItem(String kind, long position, String assessment, int version) {
        private static final int SHOWN = 8;

        static FaultItem of(ChainReport.Fault fault) {
            String id = fault.assessment();
            return new FaultItem(
                    fault.kind().name().toLowerCase(Locale.ROOT),
                    fault.position(),
                    id.substring(0, Math.min(SHOWN, id.length())),
                    fault.version());
        }
    }
}
