package org.hashwise.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;

/**
 * Cache of the results of one analysis for the companies seen last. The advice of a company, its memo, its other language and
 * its export all ask for the same analyses. A result depends on the edition, the answers, the market values and the day alone.
 * Bounded in number and time; thread-safe.
 *
 * @param <T> type of a result, immutable and the same in all languages
 */
public final class ResultCache<T> {

    private static final int FEW = 64;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<Key, T> results;

    private record Key(String edition, Answers answers, MarketSnapshot market, LocalDate day, Object arguments) {}

    ResultCache() {
        this(FEW);
    }

    /** @param most the number of companies whose results are cached */
    public ResultCache(int most) {
        this.results =
                Caffeine.newBuilder().maximumSize(most).expireAfterAccess(KEPT).build();
    }

    /**
     * The result for a company, computed unless it is cached. Callers that ask at the same time each compute it, so that none
     * waits for one that is cancelled.
     *
     * @param arguments what the analysis depends on besides the company; with {@code equals}
     */
    public T get(Evaluation evaluation, Object arguments, Supplier<T> analysis) {
        Situation company = evaluation.situation();
        Key key =
                new Key(evaluation.adviser().edition(), company.answers(), company.market(), company.asOf(), arguments);
        T known = results.getIfPresent(key);
        if (known != null) {
            return known;
        }
        T result = analysis.get();
        results.put(key, result);
        return result;
    }
}
