package org.hashwise.mcp;

import java.util.List;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.AnalysisLimiter;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.rulebook.ActiveRulebook;
import org.springframework.stereotype.Component;

/** All tools, in the order in which clients see them. Thread-safe. */
@Component
public final class McpTools {

    /** What the protocol's clients read: titles, descriptions and messages. */
    public static final MessageBundle WORDS = MessageBundle.of("org.hashwise.mcp.tools");

    private final List<McpTool> tools;

    public McpTools(
            ActiveRulebook rulebooks,
            Consultation consultation,
            Analyses analyses,
            Projections projections,
            Wording wording,
            AnalysisLimiter limiter) {
        ToolContext context = new ToolContext(consultation, analyses, wording, limiter);
        ToolFailures failures = new ToolFailures(consultation, wording);
        this.tools = List.<McpTool>of(
                        AdviseTool.of(context),
                        InterviewTool.of(context),
                        ChangesTool.of(context),
                        WhyNotTool.of(context),
                        ProjectTool.of(context, projections),
                        ScreenTool.of(context, failures))
                .stream()
                .<McpTool>map(tool -> new GuardedTool(tool, failures, rulebooks))
                .toList();
    }

    public List<McpTool> all() {
        return tools;
    }
}
