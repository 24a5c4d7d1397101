import java.math.BigDecimal;
import org.hashwise.client.AdviceApi;
import org.hashwise.client.ApiClient;
import org.hashwise.client.ApiException;
import org.hashwise.client.AssessmentApi;
import org.hashwise.client.CounterfactualApi;
import org.hashwise.client.InterviewApi;
import org.hashwise.client.MapApi;
import org.hashwise.client.ProjectionApi;
import org.hashwise.client.QuestionsApi;
import org.hashwise.client.ReceiptsApi;
import org.hashwise.client.WhyNotApi;
import org.hashwise.client.model.AdviceRequest;
import org.hashwise.client.model.Answers;
import org.hashwise.client.model.AssessmentResponse;
import org.hashwise.client.model.AxisRequest;
import org.hashwise.client.model.ComparedAdviceRequest;
import org.hashwise.client.model.FlipsRequest;
import org.hashwise.client.model.InterviewRequest;
import org.hashwise.client.model.MapRequest;
import org.hashwise.client.model.ProblemDocument;
import org.hashwise.client.model.ProjectionRequest;
import org.hashwise.client.model.SmallestChangeRequest;
import org.hashwise.client.model.Strategy;
import org.hashwise.client.model.UncertainAnswers;
import org.hashwise.client.model.WhyNotRequest;

/** Calls of the API through a client that was generated from its description; prints one line for each call. */
public final class TenCalls {

    private static final String DAY = "2025-12-01";
    private static int calls;

    private TenCalls() {}

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        Answers answers = new Answers()
                .miningHashrateEh(new BigDecimal("12.8"))
                .powerLargestSiteMw(new BigDecimal(245))
                .powerInterconnection(Answers.PowerInterconnectionEnum.FIRM);
        AdviceRequest company = new AdviceRequest().company("Example Mining").asOf(DAY).answers(answers);

        var questions = new QuestionsApi(client).questions();
        done("questions", questions.stream().anyMatch(question -> question.getId().equals("mining.hashrateEh")));

        var advice = new AdviceApi(client)
                .advice(new ComparedAdviceRequest().asOf(DAY).answers(answers));
        Strategy advised = advice.getRecommendation().getStrategy();
        done("advice", advice.getAssumptions().stream().noneMatch(each -> each.getId().equals("power.largestSiteMw")));

        ProblemDocument problem = problem(client, 400, () -> new AdviceApi(client)
                .advice(new ComparedAdviceRequest().answers(new Answers().miningHashrateEh(new BigDecimal(-1)))));
        done("problem", problem.getErrors().get(0).getId().equals("mining.hashrateEh"));

        var flips = new CounterfactualApi(client)
                .flips(new FlipsRequest().asOf(DAY).answers(answers));
        done("flips", flips.getFlips().stream().noneMatch(flip -> flip.getTo() == advised));

        Strategy other = advised == Strategy.HOLD ? Strategy.AI_HOSTING : Strategy.HOLD;
        var change = new CounterfactualApi(client)
                .smallestChange(new SmallestChangeRequest().asOf(DAY).answers(answers).target(other));
        done("smallest change", change.getTarget() == other && change.getCurrent() == advised);

        var reasons = new WhyNotApi(client).whyNot(new WhyNotRequest().asOf(DAY).answers(answers).strategy(other));
        done("why not", reasons.getActualInstance() != null);

        var interview = new InterviewApi(client).interview(new InterviewRequest()
                .asOf(DAY)
                .answers(new UncertainAnswers().powerInterconnection(UncertainAnswers.PowerInterconnectionEnum.FIRM)));
        done("interview", !interview.getNext().isEmpty());

        var map = new MapApi(client).map(new MapRequest()
                .asOf(DAY)
                .answers(answers)
                .x(axis("market.btcPriceUsd", 40_000, 120_000))
                .y(axis("power.priceUsdPerKwh", 0.03, 0.09)));
        done("map", map.getCells().size() == 5);

        var projection = new ProjectionApi(client)
                .projection(new ProjectionRequest().asOf(DAY).answers(answers).months(6).paths(100));
        done("projection", projection.getMonths() == 6);

        AssessmentApi assessments = new AssessmentApi(client);
        AssessmentResponse saved = assessments.createAssessment(company, "ten-calls");
        done("create", saved.getVersion() == 1);

        done("read", assessments.findAssessment(saved.getId()).getCompany().equals("Example Mining"));

        ProblemDocument conflict = problem(
                client, 412, () -> assessments.changeAssessment(saved.getId(), company.company("Renamed"), "\"7\""));
        done("conflict", conflict.getStatus() == 412);

        done("receipt", new ReceiptsApi(client).verifyReceipt(assessments.newestReceipt(saved.getId())).getReproduced());
        System.out.println(calls + " calls");
    }

    private static AxisRequest axis(String id, double from, double to) {
        return new AxisRequest()
                .id(id)
                .from(BigDecimal.valueOf(from))
                .to(BigDecimal.valueOf(to))
                .steps(5);
    }

    private interface Call {
        Object run() throws ApiException;
    }

    private static ProblemDocument problem(ApiClient client, int status, Call call) {
        try {
            call.run();
        } catch (ApiException refused) {
            if (refused.getCode() == status) {
                return client.getObjectMapper().readValue(refused.getResponseBody(), ProblemDocument.class);
            }
            throw new IllegalStateException(refused);
        }
        throw new IllegalStateException("not refused with " + status);
    }

    private static void done(String call, boolean asExpected) {
        if (!asExpected) {
            throw new IllegalStateException(call);
        }
        calls++;
        System.out.println(call);
    }
}
