package org.hashwise.consultation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hashwise.advice.Warning;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.MarketAge;
import org.hashwise.market.Volatility;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.LocaleFormats;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typography;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Texts of problems, warnings and the API in the language of the reader; what pages and JSON say alike. Thread-safe.
 */
@Component
public class Wording {

    private static final String[] BUNDLES = {"problems", "api", "mcp"};
    private static final int FRACTION_DIGITS = 6;
    private static final long RELOAD_MILLIS = 1000;

    // Loaded once: these never change.
    private static final MessageSource OWN = source(List.of());

    private final Supplier<Questionnaire> questionnaire;
    private final MessageSource messages;

    /** @param templates the folder whose messages are used before those that the program brings along */
    @Autowired
    public Wording(Consultation consultation, @Value("${hashwise.templates:templates}") String templates) {
        this(consultation::questionnaire, source(List.of(Path.of(templates).resolve("messages"))));
    }

    /** For programs without the rest of the application; the texts are those that the program brings along. */
    public static Wording of(Supplier<Questionnaire> questionnaire) {
        return new Wording(questionnaire, OWN);
    }

    private Wording(Supplier<Questionnaire> questionnaire, MessageSource messages) {
        this.questionnaire = questionnaire;
        this.messages = messages;
    }

    /**
     * The words that the program brings along, whatever designers have changed since, with the labels of these
     * questions: what a receipt says must not change with the looks.
     */
    static Wording own(Questionnaire questionnaire) {
        return new Wording(() -> questionnaire, OWN);
    }

    /** The same texts with the labels of these questions, such as those of an older edition. */
    public Wording with(Questionnaire questions) {
        return new Wording(() -> questions, messages);
    }

    private static MessageSource source(List<Path> folders) {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        // Not the class loader of the calling thread, which may be that of a web application that was stopped.
        messages.setResourceLoader(new DefaultResourceLoader(Wording.class.getClassLoader()));
        for (String bundle : BUNDLES) {
            folders.forEach(folder ->
                    messages.addBasenames(folder.resolve(bundle).toUri().toString()));
            messages.addBasenames("classpath:templates/messages/" + bundle);
        }
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.setCacheMillis(folders.isEmpty() ? -1 : RELOAD_MILLIS);
        return messages;
    }

    /**
     * The sentence for a problem; the most specific one wins: for this id, for this unit (or none), for the code.
     */
    public String problem(Problem problem, Language language) {
        String key = "problem." + problem.code();
        String[] words = words(problem.arguments(), language);
        List<String> keys = new ArrayList<>(List.of(key + "." + problem.id()));
        if (words.length > 0) {
            String unit = words[words.length - 1];
            keys.add(key + "." + (unit.isEmpty() ? "plain" : unit));
        }
        for (String special : keys) {
            String sentence = messages.getMessage(special, words, null, language.locale());
            if (sentence != null) {
                return sentence;
            }
        }
        return messages.getMessage(key, words, language.locale());
    }

    /** The sentence for a warning, which a reader must know before trusting the advice. */
    public String warning(Warning warning, Language language) {
        return text("warning." + warning.code(), language, warning.arguments().toArray());
    }

    /**
     * The text with this key.
     *
     * @throws NoSuchMessageException when there is none
     */
    public String text(String key, Language language, Object... arguments) {
        return messages.getMessage(key, words(List.of(arguments), language), language.locale());
    }

    /** The sentences on the age of the market values, the move that is typical for it, and the number of flips that it covers. */
    public String marketAge(MarketAge age, Language language) {
        String key = "market.age." + (age.days() == 0 ? "none" : age.days() == 1 ? "one" : "several");
        String sentences = text(key, language, age.days(), age.asOf());
        if (age.moves().isEmpty()) {
            return Typography.of(sentences, language);
        }
        String moves = age.moves().stream()
                .map(move -> text(
                        "market.move",
                        language,
                        withinSentence(move.id(), language),
                        wholePercent(move.move().low()),
                        wholePercent(move.move().high())))
                .collect(Collectors.joining(text("market.move.separator", language)));
        int covered = age.covered().size();
        String covers = "market.covers." + (covered == 0 ? "none" : covered == 1 ? "one" : "several");
        Volatility measured = age.moves().get(0).volatility();
        return Typography.of(
                String.join(
                        " ",
                        sentences,
                        text(covers, language, moves, covered),
                        text("market.measured", language, measured.from(), measured.to())),
                language);
    }

    private String withinSentence(String id, Language language) {
        String label = word(id, language);
        return label.substring(0, 1).toLowerCase(language.locale()) + label.substring(1);
    }

    // With the minus sign U+2212, as on the pages, and a plus sign for zero.
    private static String wholePercent(double part) {
        long percent = Math.round(100 * part);
        return (part < 0 ? "\u2212" : "+") + Math.abs(percent);
    }

    /** The result of a search for the smallest change, in one sentence. */
    public String statement(Counterfactual change, Language language) {
        int steps = change.steps().size();
        if (change.found()) {
            String key = steps == 0 ? "change.already" : steps == 1 ? "change.one" : "change.several";
            return text(key, language, steps);
        }
        Counterfactual.Searched searched = change.searched();
        return text(
                searched.complete() ? "change.none" : "change.none.part",
                language,
                searched.questions(),
                searched.singles(),
                searched.pairs(),
                searched.triples());
    }

    /** A change of an answer as the question puts it, such as “If the power price fell to 0.04 USD/kWh”. */
    public String change(String id, Answer from, Answer to, Language language) {
        Question question = questionnaire.get().question(id).orElseThrow();
        String value = to.map(
                number -> (rounded(number, from, language) + " " + question.unit()).strip(),
                yes -> text(yes ? "change.yes" : "change.no", language),
                choice -> question.choice(choice)
                        .map(known -> known.label().in(language))
                        .orElse(choice),
                shares -> shares.toString());
        String clause = question.moves().clause(from, to).in(language);
        return clause.isEmpty()
                ? text("change.other", language, question.label().in(language), value)
                : Typography.of(clause.replace("{value}", value), language);
    }

    /** A number of a change as the pages have it: rounded, unless it would then look like the number before. */
    private static String rounded(double number, Answer before, Language language) {
        LocaleFormats formats = LocaleFormats.of(language);
        String rounded = formats.rounded(number);
        return before instanceof Answer.Number old
                        && old.value() != number
                        && rounded.equals(formats.rounded(old.value()))
                ? number(number, language)
                : rounded;
    }

    /** A number as readers of the language write it, without its unit. */
    public static String number(double number, Language language) {
        return LocaleFormats.of(language).number(number, FRACTION_DIGITS);
    }

    private String[] words(List<Object> arguments, Language language) {
        return arguments.stream().map(argument -> word(argument, language)).toArray(String[]::new);
    }

    private String word(Object argument, Language language) {
        if (argument instanceof Number number) {
            return number(number.doubleValue(), language);
        }
        if (argument instanceof LocalDate day) {
            return LocaleFormats.of(language).date(day);
        }
        if (argument instanceof Collection<?> several) {
            return several.stream().map(each -> word(each, language)).collect(Collectors.joining(", "));
        }
        String word = argument.toString();
        return questionnaire
                .get()
                .question(word)
                .map(question -> question.label().in(language))
                .orElse(word);
    }
}
