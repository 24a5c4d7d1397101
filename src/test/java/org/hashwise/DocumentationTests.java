package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.rulebook.ShippedRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the documentation names exists: files, classes, routes, settings, ids, messages, and the targets of links. */
class DocumentationTests {

    private static final int LONGEST_README = 120;

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern FILE =
            Pattern.compile("[\\w.*<>-]+(?:/[\\w.*<>-]+)*\\.(?:md|yaml|drl|csv|html|css|properties|txt|sql|java|xml)");
    private static final Pattern FOLDER = Pattern.compile("(?:[\\w.<>-]+/)+|(?:src|rules|templates)(?:/[\\w.-]+)+");
    private static final Pattern PACKAGES = Pattern.compile("[a-z]+(?:/[a-z]+)+");
    private static final Pattern CLASS =
            Pattern.compile("((?:[a-z]+/)*)([A-Z][a-z]+[a-z0-9]*(?:[A-Z][a-z0-9]*)*)(?:\\.(\\w+))?(?:\\(\\))?");
    private static final Pattern ROUTE =
            Pattern.compile("(?:(GET|POST|PATCH|DELETE) )?(/(?:api/v1|actuator)(?:/[\\w{}.-]+)+)");
    private static final Pattern MEMBER = Pattern.compile("([a-z]+(?:[A-Z][a-z0-9]*)+)(?:\\(\\))?");
    private static final Pattern DOTTED = Pattern.compile("[a-z][\\w-]*(?:\\.[\\w<>*-]+)+");

    /** Made by the program, by the build or by a user, and no part of the project. */
    private static final Pattern MADE =
            Pattern.compile("(?:target|data)/.*|accounts\\.yaml|\\d{4}-\\d\\d-\\d\\d\\.yaml");

    /** Headers, classes of libraries and products: written with a capital, and not ours. */
    private static final Set<String> FOREIGN = Set.of(
            "Authorization", "Origin", "Referer", "Forwarded", "MessageFormat", "ModelAndView", "Thresholds", "Fact");

    private static final Set<String> SETTINGS_OF_OTHERS = Set.of("spring", "server");

    /** The question of the example in the analysts' guide. */
    private static final Set<String> ADDED_BY_THE_READER = Set.of("site.waterSecured");

    private static final List<String> FILES = files();
    private static final String SOURCES = texts("src/main", "rules", "templates");
    private static final String TESTS = texts("src/test/java");

    static Stream<Document> documents() {
        return Document.all().stream();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(Document.of(Path.of("README.md")).text().lines().count()).isLessThanOrEqualTo(LONGEST_README);
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> left = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!left.isEmpty()) {
            Path path = left.pop();
            if (reached.add(path)) {
                links(Document.of(path)).stream()
                        .map(link -> link.replaceFirst("#.*", ""))
                        .filter(link -> link.endsWith(".md"))
                        .forEach(link -> left.push(path.resolveSibling(link).normalize()));
            }
        }
        assertThat(reached)
                .containsAll(Document.all().stream().map(Document::path).toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        for (String link : links(document)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document.path() : document.path().resolveSibling(parts[0]);
            assertThat(target).as(link).exists();
            if (parts.length > 1) {
                assertThat(anchors(Document.of(target))).as(link).contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileExists(Document document) {
        List<String> missing = code(document)
                .filter(name ->
                        FILE.matcher(name).matches() || FOLDER.matcher(name).matches())
                .filter(name -> !MADE.matcher(name).matches())
                .filter(name -> !exists(name))
                .toList();
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyClassAndPackageExists(Document document) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : code(document).toList()) {
            Matcher type = CLASS.matcher(name);
            if (type.matches() && !isKnown(type.group(1), type.group(2), type.group(3))) {
                missing.add(name);
            } else if (PACKAGES.matcher(name).matches()
                    && !MADE.matcher(name).matches()
                    && !exists(name)
                    && !isPackageOrView(name)) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRouteExists(Document document) {
        List<String> routes = routes();
        List<String> missing = code(document)
                .map(ROUTE::matcher)
                .filter(Matcher::matches)
                .filter(route -> routes.stream()
                        .noneMatch(each -> each.endsWith(" " + route.group(2))
                                && (route.group(1) == null || each.startsWith(route.group(1) + " "))))
                .map(Matcher::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    /** Methods, components of records, fields of facts, fields of JSON. */
    @ParameterizedTest
    @MethodSource("documents")
    void everyMemberIsUsedSomewhere(Document document) {
        List<String> missing = code(document)
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .map(member -> member.group(1))
                .filter(member -> !SOURCES.contains(member) && !TESTS.contains(member))
                .toList();
        assertThat(missing).isEmpty();
    }

    /** Ids of questions and metrics, keys of messages, settings. */
    @ParameterizedTest
    @MethodSource("documents")
    void everyDottedNameIsUsedSomewhere(Document document) {
        List<String> missing = code(document)
                .filter(name ->
                        DOTTED.matcher(name).matches() && !FILE.matcher(name).matches())
                .filter(name -> !SETTINGS_OF_OTHERS.contains(name.substring(0, name.indexOf('.'))))
                .filter(name -> !isUsed(name) && !ADDED_BY_THE_READER.contains(name))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static Stream<String> code(Document document) {
        return CODE.matcher(document.prose())
                .results()
                .map(found -> found.group(1).strip())
                .distinct();
    }

    private static List<String> links(Document document) {
        return LINK.matcher(document.prose())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .toList();
    }

    /** As they are made from headings: small letters, hyphens for blanks, nothing else. */
    private static List<String> anchors(Document document) {
        return HEADING.matcher(document.prose())
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** True when a file or folder has this path, from the project or from any folder in it. */
    private static boolean exists(String name) {
        String path = Arrays.stream(name.replaceAll("/$", "").split("(?=[<*])|(?<=[>*])", -1))
                .map(part -> part.matches("<.*>|\\*") ? "[^/]*" : Pattern.quote(part))
                .collect(Collectors.joining());
        Pattern pattern = Pattern.compile("(?:.*/)?" + path);
        return FILES.stream().anyMatch(file -> pattern.matcher(file).matches());
    }

    private static boolean isKnown(String folder, String name, @Nullable String member) throws IOException {
        if (folder.isEmpty() && (FOREIGN.contains(name) || isFactType(name))) {
            return true;
        }
        List<String> found = FILES.stream()
                .filter(file -> file.endsWith("/" + folder + name + ".java"))
                .toList();
        if (found.isEmpty()) {
            // A record or an enum inside a class.
            return folder.isEmpty()
                    && Pattern.compile("\\b(?:record|enum|class|interface) " + name + "\\b")
                            .matcher(SOURCES)
                            .find();
        }
        return member == null
                || Pattern.compile("\\b" + member + "\\b")
                        .matcher(Files.readString(Path.of(found.get(0))))
                        .find();
    }

    private static boolean isFactType(String name) {
        String section = name.toLowerCase(Locale.ROOT);
        return ShippedRules.rulebook().questionnaire().sections().stream()
                .anyMatch(each -> each.id().equals(section));
    }

    private static boolean isPackageOrView(String name) {
        return Files.isDirectory(Path.of("src/main/java/org/hashwise").resolve(name))
                || Files.exists(Path.of("templates").resolve(name + ".html"));
    }

    private static boolean isUsed(String name) {
        String start = name.replaceAll("[<*].*", "").replaceAll("\\.$", "");
        if (SOURCES.contains(start) || SOURCES.contains(start.replaceFirst("^hashwise\\.", ""))) {
            return true;
        }
        // A setting may be a line inside a block of YAML, or a component of a record with the prefix.
        int dot = start.lastIndexOf('.');
        String last = start.substring(dot + 1);
        String prefix = start.substring(0, dot);
        String component = Pattern.compile("-(.)")
                .matcher(last)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
        return prefix.startsWith("hashwise")
                && (prefix.equals("hashwise") || SOURCES.contains("\"" + prefix + "\""))
                && (SOURCES.contains("\n  " + last + ":") || SOURCES.contains(" " + component));
    }

    private static List<String> routes() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            Path table = files.filter(file -> file.endsWith("routes.txt"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(table).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.strip().replaceAll("^(\\S+)\\s+(\\S+).*", "$1 $2"))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>();
        for (String folder : List.of("src", "rules", "templates", ".ci")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                found.map(Path::toString).forEach(files::add);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
        Document.all().forEach(document -> files.add(document.toString()));
        files.addAll(List.of("LICENSE", "pom.xml"));
        return files;
    }

    private static String texts(String... folders) {
        List<String> texts = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(java|yaml|properties|html|drl)"))
                        .toList()) {
                    texts.add(Files.readString(file));
                }
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return String.join("\n", texts);
    }
}
