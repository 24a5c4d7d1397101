package org.hashwise.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.feed.Publisher.Series;
import org.hashwise.feed.Publisher.Units;
import org.hashwise.questionnaire.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reader of market values in JSON, and of snapshots in YAML: snapshots of the rules folder, lists of rows, charts and
 * statistics of Blockchain.com, series of Coin Metrics, and the replies of mempool.space.
 */
final class JsonReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String INDICATORS = "indicators";
    private static final Series PRICE = new Series("market_price_usd", MarketField.PRICE, 1);
    private static final Series FEES = new Series("total_fees_btc", MarketField.FEES_BTC, Units.SATOSHI_TO_BTC);
    private static final Series NEW_COINS = new Series("n_btc_mined", MarketField.ISSUANCE_BTC, Units.SATOSHI_TO_BTC);

    private final MarketTable table;

    JsonReader(MarketTable table) {
        this.table = table;
    }

    void json(String name, String text) {
        read(name, text, JSON);
    }

    void yaml(String name, String text) {
        read(name, text, YAML);
    }

    private void read(String name, String text, ObjectMapper mapper) {
        Place file = Place.of(name);
        try {
            JsonNode root = mapper.readTree(text);
            if (root.isArray()) {
                list(file, "", root);
            } else if (root.isObject()) {
                object(file, root);
            } else {
                unknown(file);
            }
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            String line = at == null || at.getLineNr() < 1 ? "" : String.valueOf(at.getLineNr());
            table.problem(Code.SYNTAX, new Place(name, line, ""), malformed.getOriginalMessage());
        }
    }

    private void unknown(Place file) {
        table.problem(Code.UNKNOWN_FORMAT, file, String.join(", ", Publisher.BLOCKCHAIN_COM.names()));
    }

    private void object(Place file, JsonNode root) {
        if (root.has(INDICATORS)) {
            snapshot(file, root);
        } else if (root.path("values").isArray() && root.has("name")) {
            chart(file, root);
        } else if (root.has(PRICE.name())) {
            statistics(file, root);
        } else if (root.path("data").isArray()) {
            list(file, "data", root.path("data"));
        } else if (root.path("prices").isArray()) {
            prices(file, root.path("prices"));
        } else if (root.has("hashrates") || root.has("currentDifficulty")) {
            hashrates(file, root);
        } else if (root.has("totalReward") && root.has("totalFee")) {
            rewards(file, root);
        } else if (root.has("USD") && root.has("time")) {
            price(file, root);
        } else {
            rows(file, "", List.of(root));
        }
    }

    private void list(Place file, String path, JsonNode list) {
        if (!table.accepts(list.size(), file)) {
            return;
        }
        List<JsonNode> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.path(i);
            if (!each.isObject()) {
                table.problem(Code.SYNTAX, item(file, path, i), FeedMessages.of("syntax.object"));
                return;
            }
            if (each.has(INDICATORS)) {
                snapshot(item(file, path, i), each);
            } else {
                objects.add(each);
            }
        }
        if (!objects.isEmpty()) {
            rows(file, path, objects);
        } else if (list.isEmpty()) {
            table.problem(Code.NO_VALUES, file, String.join(", ", Publisher.OWN.names()));
        }
    }

    private static Place item(Place file, String path, int index) {
        return new Place(file.file(), path + "[" + index + "]", "");
    }

    private void rows(Place file, String path, List<JsonNode> objects) {
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(object -> names.addAll(object.propertyNames()));
        TableRows rows = new TableRows(table, List.copyOf(names));
        if (!rows.isReadable(file)) {
            return;
        }
        for (int i = 0; i < objects.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            objects.get(i).properties().forEach(property -> cells.put(property.getKey(), text(property.getValue())));
            rows.read(item(file, path, i), cells);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    /** A snapshot as the rules folder has it. */
    private void snapshot(Place place, JsonNode root) {
        Optional<LocalDate> date = date(place, "asOf", root.path("asOf"));
        JsonNode indicators = root.path(INDICATORS);
        if (!indicators.isObject()) {
            table.problem(Code.SYNTAX, place.in(INDICATORS), FeedMessages.of("syntax.object"));
            return;
        }
        for (Map.Entry<String, JsonNode> indicator : indicators.properties()) {
            String id = indicator.getKey();
            Place at = place.in(id);
            Optional<Series> column = Publisher.OWN.column(id);
            if (column.isEmpty()) {
                table.problem(Code.UNKNOWN_COLUMN, at, id, MarketField.PRICE.id());
                continue;
            }
            JsonNode value = indicator.getValue();
            JsonNode named = value.path("source");
            Text source = named.isObject()
                    ? new Text(named.path("en").asString(""), named.path("fr").asString(""))
                    : Text.same(named.asString(""));
            Optional<Double> number = number(at, value.isObject() ? value.path("value") : value);
            if (number.isEmpty()) {
                date.ifPresent(table::markIncomplete);
            } else if (date.isPresent()) {
                table.put(
                        date.get(),
                        column.get().field(),
                        new Reading(number.get() * column.get().factor(), source, at));
            }
        }
    }

    /** A chart of Blockchain.com: {@code {"name": …, "unit": …, "values": [{"x": seconds, "y": value}]}}. */
    private void chart(Place file, JsonNode root) {
        String title = root.path("name").asString("");
        Optional<Series> column = Publisher.BLOCKCHAIN_COM.column(chartName(title));
        if (column.isEmpty()) {
            unknown(file);
            return;
        }
        JsonNode values = root.path("values");
        if (!table.accepts(values.size(), file)) {
            return;
        }
        table.markSeries();
        for (int i = 0; i < values.size(); i++) {
            Place place = item(file, "values", i);
            Optional<LocalDate> date = date(place, "x", values.path(i).path("x"));
            Optional<Double> number = number(place.in("y"), values.path(i).path("y"));
            if (date.isPresent() && number.isPresent()) {
                table.putLatest(
                        date.get(),
                        column.get().field(),
                        new Reading(
                                number.get() * column.get().factor(),
                                FeedMessages.of("source.series", Publisher.BLOCKCHAIN_COM.title(), title, date.get()),
                                place.in("y")));
            }
        }
    }

    // "Market Price (USD)", "Network Difficulty", "Total Hash Rate (TH/s)"
    private static String chartName(String title) {
        String bare = Publisher.bare(title);
        return Publisher.BLOCKCHAIN_COM.names().stream()
                .filter(name -> bare.contains(Publisher.bare(name)))
                .findFirst()
                .orElse(title);
    }

    /** The statistics of Blockchain.com: hashrate in GH/s, fees and new coins in satoshi over 24 hours. */
    private void statistics(Place file, JsonNode root) {
        Optional<LocalDate> date = date(file, "timestamp", root.path("timestamp"));
        put(file, date, root, PRICE, Publisher.BLOCKCHAIN_COM);
        put(file, date, root, new Series("difficulty", MarketField.DIFFICULTY, 1), Publisher.BLOCKCHAIN_COM);
        put(file, date, root, new Series("hash_rate", MarketField.HASHRATE, Units.GH_TO_EH), Publisher.BLOCKCHAIN_COM);
        if (root.has(FEES.name()) && root.has(NEW_COINS.name())) {
            put(file, date, root, FEES, Publisher.BLOCKCHAIN_COM);
            put(file, date, root, NEW_COINS, Publisher.BLOCKCHAIN_COM);
        }
    }

    /** {@code /api/v1/prices} of mempool.space. */
    private void price(Place place, JsonNode root) {
        Optional<LocalDate> date = date(place, "time", root.path("time"));
        put(place, date, root, new Series("USD", MarketField.PRICE, 1), Publisher.MEMPOOL);
    }

    /** {@code /api/v1/historical-price} of mempool.space. */
    private void prices(Place file, JsonNode prices) {
        if (!table.accepts(prices.size(), file)) {
            return;
        }
        if (prices.size() > 1) {
            table.markSeries();
        }
        for (int i = 0; i < prices.size(); i++) {
            price(item(file, "prices", i), prices.path(i));
        }
    }

    /** {@code /api/v1/mining/hashrate/…} of mempool.space: the difficulty in force on each day that has a hashrate. */
    private void hashrates(Place file, JsonNode root) {
        JsonNode hashrates = root.path("hashrates");
        if (!table.accepts(hashrates.size(), file)) {
            return;
        }
        NavigableMap<LocalDate, Reading> difficulties = difficulties(file, root.path("difficulty"));
        if (hashrates.size() > 1) {
            table.markSeries();
        }
        LocalDate newest = null;
        for (int i = 0; i < hashrates.size(); i++) {
            Place place = item(file, "hashrates", i);
            Optional<LocalDate> date =
                    date(place, "timestamp", hashrates.path(i).path("timestamp"));
            Optional<Double> number =
                    number(place.in("avgHashrate"), hashrates.path(i).path("avgHashrate"));
            if (date.isPresent() && number.isPresent()) {
                LocalDate day = date.get();
                newest = newest == null || day.isAfter(newest) ? day : newest;
                table.putLatest(
                        day,
                        MarketField.HASHRATE,
                        reading(number.get() * Units.H_TO_EH, "avgHashrate", day, place.in("avgHashrate")));
                Map.Entry<LocalDate, Reading> inForce = difficulties.floorEntry(day);
                if (inForce != null) {
                    table.putLatest(day, MarketField.DIFFICULTY, inForce.getValue());
                }
            }
        }
        JsonNode current = root.path("currentDifficulty");
        if (!current.isMissingNode()) {
            currentDifficulty(file.in("currentDifficulty"), current, newest);
        }
    }

    private NavigableMap<LocalDate, Reading> difficulties(Place file, JsonNode adjustments) {
        NavigableMap<LocalDate, Reading> difficulties = new TreeMap<>();
        for (int i = 0; i < adjustments.size(); i++) {
            JsonNode adjustment = adjustments.path(i);
            Place place = item(file, "difficulty", i);
            Optional<LocalDate> date = date(place, "time", adjustment.path("time"));
            Optional<Double> number = number(place.in("difficulty"), adjustment.path("difficulty"));
            if (date.isPresent() && number.isPresent()) {
                difficulties.put(date.get(), reading(number.get(), "difficulty", date.get(), place.in("difficulty")));
            }
        }
        return difficulties;
    }

    private void currentDifficulty(Place place, JsonNode current, @Nullable LocalDate newest) {
        Optional<Double> number = number(place, current);
        if (number.isEmpty()) {
            return;
        }
        String source = FeedMessages.of("source.reply", Publisher.MEMPOOL.title(), "currentDifficulty");
        Reading reading = new Reading(number.get(), source, place);
        if (newest == null) {
            table.putUndated(MarketField.DIFFICULTY, reading);
        } else {
            table.putLatest(newest, MarketField.DIFFICULTY, reading);
        }
    }

    /** {@code /api/v1/mining/reward-stats/…} of mempool.space: satoshi over the last blocks; the reward includes the fees. */
    private void rewards(Place file, JsonNode root) {
        Optional<Double> reward = number(file.in("totalReward"), root.path("totalReward"));
        Optional<Double> fees = number(file.in("totalFee"), root.path("totalFee"));
        if (reward.isPresent() && fees.isPresent()) {
            String source = FeedMessages.of("source.reply", Publisher.MEMPOOL.title(), "totalFee");
            table.putUndated(
                    MarketField.FEES_BTC, new Reading(fees.get() * Units.SATOSHI_TO_BTC, source, file.in("totalFee")));
            table.putUndated(
                    MarketField.ISSUANCE_BTC,
                    new Reading((reward.get() - fees.get()) * Units.SATOSHI_TO_BTC, source, file.in("totalReward")));
        }
    }

    private static Reading reading(double value, String name, LocalDate date, Place place) {
        return new Reading(value, FeedMessages.of("source.series", Publisher.MEMPOOL.title(), name, date), place);
    }

    private void put(Place row, Optional<LocalDate> date, JsonNode object, Series column, Publisher publisher) {
        if (!object.has(column.name())) {
            return;
        }
        Place place = row.in(column.name());
        Optional<Double> number = number(place, object.path(column.name()));
        if (date.isPresent() && number.isPresent()) {
            String source = FeedMessages.of("source.series", publisher.title(), column.name(), date.get());
            table.putLatest(date.get(), column.field(), new Reading(number.get() * column.factor(), source, place));
        }
    }

    private Optional<LocalDate> date(Place place, String name, JsonNode value) {
        Optional<LocalDate> date = MarketTextParser.date(value.asString(""));
        if (date.isEmpty()) {
            table.problem(Code.NOT_A_DATE, place.in(name), text(value));
        }
        return date;
    }

    private Optional<Double> number(Place place, JsonNode value) {
        Optional<Double> number = value.isValueNode() ? MarketTextParser.number(value.asString("")) : Optional.empty();
        if (number.isEmpty()) {
            table.problem(Code.NOT_A_NUMBER, place, value.isMissingNode() ? "" : text(value));
        }
        return number;
    }
}
