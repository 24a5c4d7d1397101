package org.hashwise.assessment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reader and validator of exported assessments: each receipt has to be what its hash says. */
public final class ArchiveReader {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int MOST_PROBLEMS = 1000;

    private final @Nullable String owner;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Archive.Item> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int index;

    private ArchiveReader(@Nullable String owner) {
        this.owner = owner;
    }

    /**
     * A reader that is given the parts of a document in their order.
     *
     * @param owner account that will own the assessments; null for none
     */
    public static ArchiveReader of(@Nullable String owner) {
        return new ArchiveReader(owner);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The items without a problem. */
    public List<Archive.Item> items() {
        return items;
    }

    /** The field {@code format}. */
    public void format(JsonNode format) {
        if (format.intValue(0) != Archive.FORMAT) {
            Object value = format.isValueNode() && !format.isNull() ? format.asString() : null;
            problems.add(0, new Problem("format", value, Code.UNKNOWN_FORMAT, List.of(Archive.FORMAT), ""));
        }
    }

    /** The field {@code assessments} when it is missing or not a list. */
    public void noList(JsonNode given) {
        if (given.isMissingNode()) {
            problem("assessments", given, Code.MISSING, "assessments");
        } else {
            problem("assessments", given, Code.WRONG_TYPE);
        }
    }

    /** The next entry of the list. */
    public void assessment(JsonNode node) {
        String place = "assessments[" + index++ + "]";
        int before = problems.size();
        Optional<Archive.Item> item = item(place, node);
        if (item.isPresent() && !ids.add(item.get().assessment().id())) {
            problem(place + ".id", node.path("id"), Code.NOT_DIFFERENT);
        }
        if (problems.size() == before) {
            item.ifPresent(items::add);
        }
    }

    private Optional<Archive.Item> item(String place, JsonNode node) {
        String id = node.path("id").stringValue("");
        if (!ID.matcher(id).matches()) {
            problem(place + ".id", node.path("id"), Code.NOT_AN_ID);
            return Optional.empty();
        }
        List<Receipt> receipts = receipts(place + ".receipts", node.path("receipts"), id);
        if (receipts.isEmpty()) {
            return Optional.empty();
        }
        if (node.path("version").intValue(0) != receipts.size()) {
            problem(place + ".version", node.path("version"), Code.OUT_OF_PLACE, receipts.size());
        }
        return assessment(place, node, id, receipts.size()).map(assessment -> {
            if (!ConsistencyCheck.agree(
                    assessment, receipts.get(receipts.size() - 1).json())) {
                problem(place, null, Code.NOT_AS_RECEIPT);
            }
            return new Archive.Item(assessment, receipts);
        });
    }

    private List<Receipt> receipts(String place, JsonNode list, String id) {
        List<Receipt> receipts = new ArrayList<>();
        if (!list.isArray() || list.isEmpty()) {
            problem(place, null, Code.MISSING, place);
        }
        for (int index = 0; index < list.size(); index++) {
            JsonNode node = list.get(index);
            String at = place + "[" + index + "]";
            Optional<Receipt> receipt = LinkVerifier.receipt(node);
            if (receipt.isEmpty()) {
                problem(at, null, Code.HASH_MISMATCH);
            } else if (!isPlain(node.path("company").stringValue(""))) {
                problem(at + ".company", null, Code.CONTROL_CHARACTERS);
            } else if (!id.equals(node.path("assessment").stringValue(""))
                    || node.path("version").intValue(0) != index + 1) {
                problem(at + ".version", node.path("version"), Code.OUT_OF_PLACE, index + 1);
            }
            if (isBeforeItsMarket(node)) {
                problem(at + ".asOf", node.path("asOf"), Code.NOT_REPRODUCED);
            }
            receipt.ifPresent(receipts::add);
        }
        return receipts.size() == list.size() ? receipts : List.of();
    }

    // The market of a day is that of the last snapshot up to it. Days in ISO format sort as text.
    private static boolean isBeforeItsMarket(JsonNode receipt) {
        String day = receipt.path("asOf").stringValue("");
        String market = receipt.path("market").path("asOf").stringValue("");
        return ReceiptFields.isDay(day) && ReceiptFields.isDay(market) && market.compareTo(day) > 0;
    }

    // Receipts of earlier releases may hold invisible characters of other kinds, which the assessment does not take
    // over.
    private static boolean isPlain(String name) {
        return name.length() <= CompanyName.LONGEST
                && name.codePoints().noneMatch(code -> Character.isISOControl(code) || isDirectionMark(code));
    }

    private static boolean isDirectionMark(int code) {
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    }

    private Optional<Assessment> assessment(String place, JsonNode node, String id, int version) {
        int before = problems.size();
        String company = CompanyName.of(node.path("company").stringValue(""));
        if (company.length() > CompanyName.LONGEST) {
            problem(place + ".company", node.path("company"), Code.TOO_LONG, CompanyName.LONGEST);
        }
        LocalDate asOf = day(place + ".asOf", node.path("asOf"));
        Instant createdAt = instant(place + ".createdAt", node.path("createdAt"));
        Instant changedAt = instant(place + ".changedAt", node.path("changedAt"));
        Optional<Language> language = Language.ofCode(node.path("language").stringValue(""));
        if (language.isEmpty()) {
            problem(place + ".language", node.path("language"), Code.UNKNOWN_LANGUAGE, List.of("en", "fr"));
        }
        Answers answers = answers(place + ".answers", node.path("answers"));
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Assessment(
                id, version, owner, company, asOf, language.orElseThrow(), answers, createdAt, changedAt));
    }

    private Answers answers(String place, JsonNode node) {
        try {
            if (node.isObject()) {
                return AnswersJson.read(node);
            }
        } catch (IllegalArgumentException noAnswer) {
            // falls through: one wrong answer is as bad as a list
        }
        problem(place, null, Code.WRONG_TYPE);
        return Answers.none();
    }

    private @Nullable LocalDate day(String place, JsonNode node) {
        try {
            return node.isNull() || node.isMissingNode() ? null : LocalDate.parse(node.stringValue(""));
        } catch (DateTimeException noDay) {
            problem(place, node, Code.NOT_A_DATE);
            return null;
        }
    }

    private Instant instant(String place, JsonNode node) {
        try {
            return Instant.parse(node.stringValue(""));
        } catch (DateTimeException noInstant) {
            problem(place, node, Code.NOT_A_DATE);
            return Instant.EPOCH;
        }
    }

    private void problem(String place, @Nullable JsonNode given, Code code, Object... arguments) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        Object value = given != null && given.isValueNode() && !given.isNull() ? given.asString() : null;
        problems.add(new Problem(place, value, code, List.of(arguments), ""));
    }
}
