package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Attributions;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Replays;
import org.hashwise.consultation.RequestFields;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Problem.Code;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that replay stored assessments under today's rules or market, and attribute the difference. */
@RestController
@RequestMapping(
        path = "/api/v1/assessments",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ReplayApi {

    private final Assessments assessments;
    private final Caller caller;
    private final Replays replays;
    private final Attributions attributions;

    ReplayApi(Assessments assessments, Caller caller, Replays replays, Attributions attributions) {
        this.assessments = assessments;
        this.caller = caller;
        this.replays = replays;
        this.attributions = attributions;
    }

    @PostMapping("/{id}/replay")
    ReplayResponse replay(@PathVariable String id, HttpServletRequest http) throws IOException {
        ReplayRequest request = ReplayRequest.read(RequestStream.of(http), false, RequestLanguage.of(http));
        Receipt receipt = assessments.find(id).receipt();
        return ReplayResponse.of(replays.replay(receipt, request.rules(), request.market()));
    }

    /** The assessments that the request names, else all of the caller's account; without a login the request has to name them. */
    @PostMapping("/replay")
    ReplayResponse.All replayAll(HttpServletRequest http) throws IOException {
        ReplayRequest request = ReplayRequest.read(RequestStream.of(http), true, RequestLanguage.of(http));
        Consumer<Consumer<Receipt>> receipts = request.assessments().isEmpty()
                ? visitor -> caller.name().ifPresent(owner -> assessments.eachNewest(owner, visitor))
                : visitor -> request.assessments()
                        .forEach(id -> visitor.accept(assessments.find(id).receipt()));
        return ReplayResponse.All.of(replays.replayAll(receipts, request.rules(), request.market()));
    }

    /** The attribution of the difference between two versions of an assessment. */
    @PostMapping("/{id}/attribution")
    AttributionResponse attribution(@PathVariable String id, HttpServletRequest http) throws IOException {
        RequestFields fields = RequestFields.of(JsonBody.read(RequestStream.of(http)));
        fields.refuseOthersThan(List.of("from", "to"));
        int current = assessments.find(id).assessment().version();
        int from = fields.whole("from", 1, current, Math.max(1, current - 1));
        int to = fields.whole("to", 1, current, current);
        if (from == to) {
            fields.problem("to", to, Code.NOT_DIFFERENT, List.of(), "");
        }
        fields.refuseProblems(RequestLanguage.of(http));
        return AttributionResponse.of(attributions.between(assessments.receipt(id, from), assessments.receipt(id, to)));
    }
}
