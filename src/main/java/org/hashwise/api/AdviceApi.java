package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.CasePeers;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Overlay;
import org.hashwise.consultation.OverlayItem;
import org.hashwise.consultation.Overlays;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.consultation.ViewsItem;
import org.hashwise.consultation.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for the advice to one company. */
@RestController
@RequestMapping("/api/v1")
class AdviceApi {

    private final Consultation consultation;
    private final Analyses analyses;
    private final Wording wording;

    AdviceApi(Consultation consultation, Analyses analyses, Wording wording) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.wording = wording;
    }

    // Takes the stream and not an object, so that the size is limited while reading and all problems are reported
    // together.
    @PostMapping(
            path = "/advice",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    AdviceDocument advice(HttpServletRequest http) throws IOException {
        AdviceRequest body = AdviceBody.read(http, consultation, Alternatives.OVERLAY, Alternatives.VIEWS);
        Overlays overlays = consultation.overlays();
        Alternatives asked = overlays.read(body);
        Evaluation evaluation = consultation.evaluate(body.finish());
        return AdviceDocument.of(evaluation.advice(), wording)
                .with(
                        AdviceDocument.PeerItem.all(
                                analyses.peers(evaluation, CasePeers.MOST),
                                consultation::caseStudy,
                                evaluation.request().language()),
                        evaluation.situation().asOf(),
                        overlaid(evaluation, asked.overlay(), overlays),
                        opinions(evaluation, overlays.panel(asked.views())));
    }

    private @Nullable OverlayItem overlaid(Evaluation evaluation, @Nullable Overlay overlay, Overlays overlays) {
        return overlay == null
                ? null
                : OverlayItem.of(overlay, evaluation, overlays.apply(evaluation, overlay), wording);
    }

    private @Nullable ViewsItem opinions(Evaluation evaluation, ViewPanel panel) {
        return panel.views().isEmpty()
                ? null
                : ViewsItem.of(
                        panel.opinions(
                                evaluation.situation(),
                                evaluation.advice().recommendation().strategy()),
                        wording,
                        evaluation.request().language());
    }
}
