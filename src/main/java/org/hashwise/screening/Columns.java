package org.hashwise.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.ResourceFile;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.screening.Column.ColumnUse;
import org.jspecify.annotations.Nullable;

/**
 * Recognition of the columns of a table by their headers: ids of questions, also former ones and without their section, and
 * labels in every language, each with or without a unit. Immutable.
 */
public final class Columns {

    public static final String ID = "id";
    public static final String COMPANY = "company";
    public static final String AS_OF = "asOf";
    public static final String LANGUAGE = "language";

    /** The choice to leave a column out. */
    public static final String IGNORE = "-";

    /** The share of words in common above which a name is near a header. A judgement. */
    private static final double FEWEST_COMMON = 0.6;

    /** Words so short resemble many others. */
    private static final int SHORTEST_WORD = 4;

    private static final Map<String, ColumnUse> FIELDS =
            Map.of(ID, ColumnUse.ID, COMPANY, ColumnUse.COMPANY, AS_OF, ColumnUse.AS_OF, LANGUAGE, ColumnUse.LANGUAGE);
    private static final int LONGEST_HEADER = 200;

    // Cash (USD), Cash [USD], Cash, USD, Cash in USD, Cash en USD, Cash: USD
    private static final List<Pattern> WITH_UNIT = List.of(
            Pattern.compile("^(.+?)\\s*\\(([^()]+)\\)$"),
            Pattern.compile("^(.+?)\\s*\\[([^\\[\\]]+)\\]$"),
            Pattern.compile("^(.+?)\\s*[,:]\\s*([^,:]+)$"),
            Pattern.compile("^(.+)\\s+(?:in|en)\\s+(.+)$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(.+)\\s+(\\S+)$"),
            // Cash USD m, Power price USD per kWh
            Pattern.compile("^(.+)\\s+(\\S+\\s+\\S+)$"),
            Pattern.compile("^(.+)\\s+(\\S+\\s+\\S+\\s+\\S+)$"),
            // MW of the largest site
            Pattern.compile("^(?<unit>\\S+)\\s+(?:of\\s+|de\\s+|du\\s+)?(?<name>.+)$"));

    /** From this pattern on, what it takes for a unit may be part of the name. */
    private static final int FIRST_LOOSE = 4;

    /** Thousands as accounts write them: {@code $'000}, {@code USD 000}. */
    private static final Pattern THOUSANDS = Pattern.compile("['’]?\\b000s?\\b");

    private static final Pattern FOREIGN_CURRENCY = Pattern.compile("[\\p{Sc}&&[^$]]");

    /** A difference of two amounts: another figure than the one that it qualifies. */
    private static final Pattern NET = Pattern.compile("(?i)\\bnet(?:te)?s?\\b");

    private static final Pattern RATIO = Pattern.compile("(?i)[/%]|\\bp(?:er|ar|ercent)\\b");

    /** After the id of a question, in the file of usual headers: names that need a unit of so much per something. */
    private static final String RATIO_NAMES = ".ratio";

    private static final Pattern UNIT_OF_NAME = Pattern.compile("(Usd|Btc|Eh|Mw|Percent|Months|Years|JPerTh)$");

    /** Headers of tables by the id of the question that they mean. */
    private static final Map<String, List<String>> USUAL = ResourceFile.lists(Columns.class, "headers.properties");

    // USD m/month for an amount per month
    private static final Map<String, Pattern> PERIOD_BY_ENDING = Map.of(
            "PerMonth", Pattern.compile("(?i)\\s*(?:/|per|par|a)\\s*(?:month|mois|mo|m)$"),
            "PerYear", Pattern.compile("(?i)\\s*(?:/|per|par|a)\\s*(?:year|yr|an|y|a)$"));

    private final Questionnaire questionnaire;
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> idByWords = new HashMap<>();
    private final Map<String, String> idByRatioName = new HashMap<>();
    private final Map<String, String> idBySpelling = new LinkedHashMap<>();

    public Columns(Questionnaire questionnaire, Wording wording) {
        this.questionnaire = questionnaire;
        Map<String, List<String>> idsByShortName = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            // With the unit at the end and without: cashUsd, cash.
            Stream.of(question.name(), UNIT_OF_NAME.matcher(question.name()).replaceFirst(""))
                    .map(Columns::bare)
                    .distinct()
                    .forEach(name -> idsByShortName
                            .computeIfAbsent(name, first -> new ArrayList<>())
                            .add(question.id()));
        }
        idsByShortName.forEach((name, ids) -> {
            if (ids.size() == 1) {
                idByName.put(name, ids.get(0));
            }
        });
        for (Question question : questionnaire.questions()) {
            String id = question.id();
            for (String name :
                    List.of(id, question.label().en(), question.label().fr())) {
                idByName.put(bare(name), id);
            }
            String spaced = question.name().replaceAll("([a-z])([A-Z])", "$1 $2");
            addWords(id, List.of(question.label().en(), question.label().fr(), spaced));
            idBySpelling.put(id, id);
        }
        addUsualHeaders();
        for (String field : FIELDS.keySet()) {
            for (Language language : Language.values()) {
                Stream.of(wording.text("screening.header." + field, language).split("\\|", -1))
                        .forEach(name -> {
                            idByName.put(bare(name), field);
                            idBySpelling.putIfAbsent(TextNormalizer.folded(name), field);
                        });
            }
            idByName.put(bare(field), field);
        }
    }

    // A header with the words of one question alone means it, in whatever order they come; empty where several have
    // them.
    private void addWords(String id, List<String> names) {
        names.forEach(name -> idBySpelling.putIfAbsent(TextNormalizer.folded(name), id));
        names.stream()
                .map(HeaderWords::of)
                .filter(words -> !words.isEmpty())
                .forEach(words -> idByWords.merge(words, id, (known, other) -> known.equals(other) ? known : ""));
    }

    // Labels count more than these; what is no question of this edition is left out.
    private void addUsualHeaders() {
        USUAL.forEach((key, headers) -> {
            boolean ratio = key.endsWith(RATIO_NAMES);
            String id = ratio ? key.substring(0, key.length() - RATIO_NAMES.length()) : key;
            boolean known = questionnaire.question(id).isPresent();
            if (known && ratio) {
                headers.forEach(header -> idByRatioName.put(HeaderWords.of(header), id));
            } else if (known) {
                addWords(id, headers);
                headers.forEach(header -> idByName.putIfAbsent(bare(header), id));
            }
        });
    }

    /** The columns of a row of headers. */
    public List<Column> of(List<String> headers) {
        return of(headers, Map.of());
    }

    /**
     * The same, where the user has said of some columns what they hold.
     *
     * @param chosen by number of the column, from 1: id of a question, name of a field, or {@link #IGNORE}
     */
    public List<Column> of(List<String> headers, Map<Integer, String> chosen) {
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int number = 1; number <= headers.size(); number++) {
            String header = Excerpt.start(TextNormalizer.visible(headers.get(number - 1)), LONGEST_HEADER);
            Column column = column(number, header, chosen.get(number));
            if (!column.id().isEmpty() && !taken.add(column.id())) {
                column = new Column(number, header, ColumnUse.DUPLICATE, null, "", column.id());
            }
            columns.add(column);
        }
        return columns;
    }

    private Column column(int number, String header, @Nullable String chosen) {
        if (header.equals(RefusedRows.LINE)) {
            return new Column(number, header, ColumnUse.LINE, null, "", "");
        }
        boolean own = RefusedRows.HEADERS.contains(header);
        if (own || header.isEmpty() || IGNORE.equals(chosen)) {
            return new Column(number, header, ColumnUse.IGNORED, null, "", "");
        }
        Optional<Named> named = chosen == null ? named(header) : Optional.of(new Named(chosen, unit(header, chosen)));
        if (named.isEmpty()) {
            return new Column(number, header, ColumnUse.UNKNOWN, null, "", nearest(header));
        }
        String id = named.get().id();
        ColumnUse field = FIELDS.get(id);
        Question question = questionnaire.question(id).orElse(null);
        if (field != null || question == null) {
            ColumnUse target = field == null ? ColumnUse.UNKNOWN : field;
            return new Column(number, header, target, null, "", "");
        }
        String unit = question.kind().isNumeric() ? named.get().unit() : "";
        boolean fits = unit.isEmpty() || fits(question, unit);
        return new Column(
                number,
                header,
                fits ? ColumnUse.QUESTION : ColumnUse.UNIT,
                fits ? question : null,
                unit,
                fits ? "" : id);
    }

    /** A question or field with its unit. */
    private record Named(String id, String unit) {}

    /** The name in a header, and what may be its unit. */
    private record Parts(String name, String unit) {
        static @Nullable Parts of(String header, Pattern pattern) {
            Matcher parts = pattern.matcher(header.replace('_', ' '));
            if (!parts.matches()) {
                return null;
            }
            boolean unitFirst = pattern.pattern().startsWith("^(?<unit>");
            return unitFirst ? new Parts(parts.group(2), parts.group(1)) : new Parts(parts.group(1), parts.group(2));
        }
    }

    private Optional<Named> named(String header) {
        String id = id(header);
        if (id != null) {
            return Optional.of(new Named(id, ""));
        }
        for (int number = 0; number < WITH_UNIT.size(); number++) {
            boolean loose = number >= FIRST_LOOSE;
            Parts parts = Parts.of(header, WITH_UNIT.get(number));
            String before = parts == null ? null : idBefore(parts);
            if (parts != null && before != null && !NET.matcher(parts.unit()).find()) {
                String unit = unitOf(before, parts.unit());
                Question question = questionnaire.question(before).orElse(null);
                if (question != null && !question.kind().isNumeric() && isUnit(unit)) {
                    return Optional.empty(); // coins that are held, and no policy for them
                }
                if (!loose || (question != null && question.kind().isNumeric() && fits(question, unit))) {
                    return Optional.of(new Named(before, unit));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable String idBefore(Parts parts) {
        String id = id(parts.name());
        return id == null && RATIO.matcher(parts.unit()).find() ? idByRatioName.get(HeaderWords.of(parts.name())) : id;
    }

    /** The unit that a header names, for a column of which the user has said what it holds. */
    private String unit(String header, String id) {
        Question question = questionnaire.question(id).orElse(null);
        if (question == null || !question.kind().isNumeric() || id(header) != null) {
            return "";
        }
        return WITH_UNIT.stream()
                .map(pattern -> Parts.of(header, pattern))
                .filter(Objects::nonNull)
                .map(parts -> unitOf(id, parts.unit()))
                .filter(unit -> fits(question, unit))
                .findFirst()
                .orElse("");
    }

    /** The unit without words before it, and without the period that belongs to the question. */
    private static String unitOf(String id, String text) {
        String unit = text.strip().replaceFirst("(?i)^(in|en)\\s+", "");
        unit = THOUSANDS.matcher(unit).replaceFirst("thousand");
        for (Map.Entry<String, Pattern> period : PERIOD_BY_ENDING.entrySet()) {
            if (id.endsWith(period.getKey())) {
                unit = period.getValue().matcher(unit).replaceFirst("");
            }
        }
        return unit;
    }

    private @Nullable String id(String name) {
        String given = name.strip();
        String plain = given.startsWith("answers.") ? given.substring("answers.".length()) : given;
        String renamed = questionnaire.renames().id(plain);
        if (FOREIGN_CURRENCY.matcher(given).find()) {
            return null; // it is part of a unit
        }
        String known = idByName.get(bare(renamed));
        if (known == null) {
            known = idByWords.get(HeaderWords.of(renamed));
        }
        if (known == null) {
            known = idByWords.get(HeaderWords.withoutQualifiers(renamed));
        }
        return known == null || known.isEmpty() ? null : known;
    }

    private static boolean fits(Question question, String unit) {
        Quantity one = QuantityReader.of(question).read("1 " + unit, Language.EN);
        return one instanceof Quantity.Value || one instanceof Quantity.OutOfRange;
    }

    private boolean isUnit(String text) {
        return questionnaire.questions().stream()
                .anyMatch(question -> question.kind().isNumeric() && fits(question, text));
    }

    /** The question of which the header is a mistyped name, else the one that shares most words with it; empty when none is near. */
    private String nearest(String header) {
        String mistyped = Stream.concat(
                        Stream.of(new Parts(header, "")),
                        WITH_UNIT.stream()
                                .map(pattern -> Parts.of(header, pattern))
                                .filter(Objects::nonNull))
                .map(this::mistyped)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        String nearest = mistyped.isEmpty() ? ofWords(header) : mistyped;
        return hasOtherUnit(header, nearest) ? "" : nearest;
    }

    private String mistyped(Parts parts) {
        String id = Nearest.mistyped(TextNormalizer.folded(parts.name()), idBySpelling.keySet())
                .map(idBySpelling::get)
                .orElse("");
        Question question = questionnaire.question(id).orElse(null);
        boolean fits = parts.unit().isEmpty()
                || (question != null && question.kind().isNumeric() && fits(question, unitOf(id, parts.unit())));
        return fits ? id : "";
    }

    /** The question with a name whose words are those of the header for the most part; empty when several have one. */
    private String ofWords(String header) {
        List<String> given = List.of(HeaderWords.of(header).split(" ", -1));
        Set<String> best = new HashSet<>();
        double most = FEWEST_COMMON;
        for (var entry : idByWords.entrySet()) {
            List<String> words = List.of(entry.getKey().split(" ", -1));
            long common = given.stream()
                    .filter(word -> words.contains(word)
                            || (word.length() > SHORTEST_WORD
                                    && Nearest.mistyped(word, words).isPresent()))
                    .count();
            if (common == 1 && given.size() > 1) {
                continue; // a month is not yet a cost per month
            }
            double score = common / Math.sqrt((double) given.size() * words.size());
            if (score > most) {
                best.clear();
                most = score;
            }
            if (score == most) {
                best.add(entry.getValue());
            }
        }
        return best.size() == 1 ? best.iterator().next() : "";
    }

    /** Returns whether a header names in brackets what is counted, and the question does not ask for so many of it. */
    private boolean hasOtherUnit(String header, String id) {
        Parts parts = Parts.of(header, WITH_UNIT.get(0));
        Question question = questionnaire.question(id).orElse(null);
        return parts != null
                && question != null
                && question.kind().isNumeric()
                && !fits(question, unitOf(id, parts.unit()));
    }

    private static String bare(String name) {
        // Energised and energized are one word.
        return TextNormalizer.folded(name).replaceAll("[^\\p{L}\\p{N}%/]", "").replace('z', 's');
    }
}
