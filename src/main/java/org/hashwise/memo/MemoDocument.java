package org.hashwise.memo;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hashwise.advice.Evidence;
import org.hashwise.consultation.AdviceDocument.EvidenceItem;
import org.hashwise.consultation.AdviceDocument.PointItem;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Typography;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.hashwise.text.TemplateFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The text of a memo as XHTML, from the templates in {@code templates/memo}; source of PDF and DOCX. Thread-safe. */
@Component
class MemoDocument {

    private static final int OBJECTIONS = 3;
    private static final int PAIR = 2;
    private static final Pattern RANGE = Pattern.compile("([0-9](?:\u202f?%)?) (to|à) (?=[−<>]?[\u00a0\u202f]?[0-9])");

    private final ITemplateEngine templates;
    private final PageTexts pageTexts;
    private final TemplateFolder folder;

    /**
     * Numbers of reasons, steps of the plan, risks and peers before the annex, which has the rest.
     *
     * @param reasons for the recommendation; those against it are one less, and at least three
     * @param peers of the nearest ones
     */
    public record Front(int reasons, int steps, int risks, int peers) {
        static final Front USUAL = new Front(4, 7, 5, 3);

        /** The longest first; a memo has the first one with which its decision takes no more than two pages. */
        static final List<Front> ALL = List.of(
                new Front(8, 12, 12, 5),
                new Front(4, 12, 12, 5),
                new Front(4, 12, 12, 4),
                new Front(4, 12, 12, 3),
                new Front(4, 12, 12, 2),
                new Front(4, 12, 12, 1),
                new Front(3, 12, 5, 1),
                new Front(3, 7, 5, 1),
                new Front(3, 12, 5, 0),
                new Front(3, 6, 4, 0),
                new Front(3, 5, 3, 0),
                new Front(3, 3, 3, 0));
    }

    MemoDocument(ITemplateEngine templates, PageTexts pageTexts, TemplateFolder folder) {
        this.templates = templates;
        this.pageTexts = pageTexts;
        this.folder = folder;
    }

    /** @param editable whether the copy can be edited, which it then says */
    Document of(Memo memo, boolean editable) {
        return of(memo, editable, Front.USUAL, true);
    }

    /** @param annexed whether the annex follows the decision */
    Document of(Memo memo, boolean editable, Front front, boolean annexed) {
        Language language = Language.ofCode(memo.language()).orElseThrow();
        PageText texts = pageTexts.in(language);
        Context context = new Context(language.locale());
        context.setVariables(variables(memo, texts, front));
        context.setVariable("texts", texts);
        context.setVariable("annexed", annexed);
        context.setVariable("editable", editable);
        Document document = parse(templates.process("memo/memo", context));
        Element body = (Element) document.getElementsByTagName("body").item(0);
        join(body);
        bind(body);
        if (!editable) {
            pair(body);
        }
        putStyles(document);
        return document;
    }

    /** The variables of the templates for page, PDF and DOCX, but for the words. */
    static Map<String, Object> variables(Memo memo, PageText texts, Front front) {
        List<EvidenceItem> opposing =
                reasons(memo, Evidence.Direction.AGAINST, Math.max(OBJECTIONS, front.reasons() - 1));
        return Map.ofEntries(
                Map.entry("memo", memo),
                Map.entry("remarks", AssumptionRemarks.of(memo, texts)),
                Map.entry("graded", Optional.ofNullable(MemoWarnings.graded(memo, texts))),
                Map.entry("supporting", reasons(memo, Evidence.Direction.FOR, front.reasons())),
                Map.entry("opposing", opposing),
                Map.entry("risks", risks(memo, opposing)),
                Map.entry("evidence", byStrategy(memo)),
                Map.entry("figures", FigureGroup.of(memo.advice().metrics())),
                Map.entry("answers", answers(memo)),
                Map.entry("warnings", MemoWarnings.of(memo, texts)),
                Map.entry("months", MonthsTable.of(memo.advice().calendar(), texts)),
                Map.entry("bridge", BridgeTable.of(memo, texts)),
                Map.entry("front", front),
                Map.entry("scale", MoneyScale.of(memo.options().stream().flatMapToDouble(Memo.Option::amounts), texts)),
                Map.entry("charts", Charts.of(memo, texts)),
                Map.entry(
                        "top",
                        memo.options().stream()
                                .mapToDouble(option -> option.score().doubleValue())
                                .reduce(1, Math::max)));
    }

    /** The answers that do not stand among the market values. */
    private static Map<String, Object> answers(Memo memo) {
        Map<String, Object> answers = new LinkedHashMap<>(memo.answers());
        memo.market().stream()
                .filter(Memo.Indicator::given)
                .map(Memo.Indicator::id)
                .forEach(answers::remove);
        return answers;
    }

    /** The risks that are not already said against the recommendation. */
    private static List<PointItem> risks(Memo memo, List<EvidenceItem> opposing) {
        Set<String> said = opposing.stream().map(EvidenceItem::text).collect(Collectors.toSet());
        return memo.advice().risks().stream()
                .filter(risk -> !said.contains(risk.text()))
                .toList();
    }

    private static List<EvidenceItem> reasons(Memo memo, Evidence.Direction direction, int most) {
        return memo.advice().evidence().stream()
                .filter(item ->
                        item.strategy() == memo.advice().recommendation().strategy())
                .filter(item -> item.direction() == direction)
                .limit(most)
                .toList();
    }

    /** The evidence on the best option first, each option's strongest first. */
    private static List<EvidenceItem> byStrategy(Memo memo) {
        return memo.options().stream()
                .flatMap(option ->
                        memo.advice().evidence().stream().filter(item -> item.strategy() == option.strategy()))
                .toList();
    }

    private static Document parse(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException("templates/memo gives no well-formed XML", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Joins numbers to their units, and the two ends of a range, in all texts, wherever they come from. */
    private static void join(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                child.setNodeValue(
                        RANGE.matcher(Typography.joined(child.getNodeValue())).replaceAll("$1\u00a0$2\u00a0"));
            } else {
                join(child);
            }
        }
    }

    /**
     * Puts the first two rows of each table with a heading, and the last two, into groups that stay whole on a page. Avoided
     * page breaks between rows would do the same, but then the next page lacks the heading.
     */
    private static void pair(Element body) {
        for (Element table : elements(body, "table")) {
            if (table.getElementsByTagName("thead").getLength() > 0) {
                Element group = elements(table, "tbody").get(0);
                List<Element> rows = elements(group, "tr");
                int first = rows.size() < 2 * PAIR ? rows.size() : PAIR;
                keep(rows.subList(0, first), group, group);
                keep(rows.subList(Math.max(first, rows.size() - PAIR), rows.size()), group, null);
                if (rows.size() <= 2 * PAIR) {
                    table.removeChild(group);
                }
            }
        }
    }

    /** @param before the group in front of which the rows are put; null for the end of the table */
    private static void keep(List<Element> rows, Element group, @Nullable Element before) {
        if (!rows.isEmpty()) {
            Element whole = group.getOwnerDocument().createElement("tbody");
            whole.setAttribute("class", "whole");
            rows.forEach(whole::appendChild);
            group.getParentNode().insertBefore(whole, before);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> (Element) found.item(place))
                .toList();
    }

    /** Keeps the tag of a rule on the line of the last word before it. */
    private static void bind(Element body) {
        for (Element tag : elements(body, "span")) {
            Node before = tag.getPreviousSibling();
            if (tag.getAttribute("class").equals("rule") && before instanceof Element text) {
                String content = text.getTextContent();
                int last = content.lastIndexOf(' ') + 1;
                text.setTextContent(content.substring(0, last));
                Element bound = body.getOwnerDocument().createElement("span");
                bound.setAttribute("class", "bound");
                bound.appendChild(body.getOwnerDocument().createTextNode(content.substring(last)));
                text.getParentNode().insertBefore(bound, tag);
                bound.appendChild(tag);
            }
        }
    }

    /** The style sheet goes into the document, because it may be in a jar. */
    private void putStyles(Document document) {
        Element link = (Element) document.getElementsByTagName("link").item(0);
        try (InputStream file = folder.open("memo/" + link.getAttribute("href"))) {
            Element style = document.createElement("style");
            style.setTextContent(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            link.getParentNode().replaceChild(style, link);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
