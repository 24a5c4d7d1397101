package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.CasePeers;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Overlay;
import org.hashwise.consultation.Overlays;
import org.jspecify.annotations.Nullable;

/** {@code advise}: the advice to one company, short or whole. */
record AdviseTool(ToolContext context, ToolDefinition definition) implements McpTool {

    private static final String DETAIL = "detail";
    private static final String FULL = "full";

    static AdviseTool of(ToolContext context) {
        return new AdviseTool(context, context.definition("advise", () -> {
            InputSchemas schemas = context.schemas();
            Map<String, Object> own = new LinkedHashMap<>();
            own.put(DETAIL, schemas.described(InputSchemas.oneOf(List.of("concise", FULL)), "argument.detail"));
            own.put(Alternatives.OVERLAY, schemas.described(InputSchemas.overlay(), "argument.overlay"));
            return schemas.described(own);
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, DETAIL, Alternatives.OVERLAY);
        boolean full = given.word(DETAIL, List.of("concise", FULL)).equals(FULL);
        Overlays overlays = context.consultation().overlays();
        Overlay overlay = given.overlay(overlays);
        Evaluation evaluation = context.evaluate(given);
        Map<String, @Nullable Object> reply = new LinkedHashMap<>(
                AdviceSummary.of(evaluation, context.wording()).json());
        if (full) {
            reply.put("advice", PlainJson.object(whole(evaluation)));
        }
        if (overlay != null) {
            reply.put(Alternatives.OVERLAY, PlainJson.object(overlaid(overlay, evaluation, overlays)));
        }
        return ToolResult.of(reply);
    }

    /** The advice as the API gives it. */
    private AdviceDocument whole(Evaluation evaluation) {
        return AdviceDocument.of(evaluation.advice(), context.wording())
                .with(
                        AdviceDocument.PeerItem.all(
                                context.analyses().peers(evaluation, CasePeers.MOST),
                                context.consultation()::caseStudy,
                                evaluation.request().language()),
                        evaluation.situation().asOf());
    }

    private Overlaid overlaid(Overlay overlay, Evaluation own, Overlays overlays) {
        Evaluation changed = overlays.apply(own, overlay);
        return new Overlaid(
                AdviceDocument.Recommended.of(changed.advice().recommendation()),
                changed.advice().recommendation().strategy()
                        != own.advice().recommendation().strategy(),
                context.wording().text("overlay.notice", own.request().language()),
                changed.edition());
    }

    /** @param flips whether the overlay leads to another strategy */
    private record Overlaid(AdviceDocument.Recommended recommendation, boolean flips, String notice, String rulebook) {}
}
