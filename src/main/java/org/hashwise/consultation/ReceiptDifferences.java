package org.hashwise.consultation;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.consultation.Verification.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The first difference of two JSON documents. */
final class ReceiptDifferences {

    private static final String HASH = "hash";

    private ReceiptDifferences() {}

    /** The first difference in the order of the names; that of the hash, which follows from any other, last of all. */
    static Optional<Difference> first(JsonNode receipt, JsonNode now) {
        for (String name : names(receipt, now)) {
            Optional<Difference> found =
                    name.equals(HASH) ? Optional.empty() : at(step("$", name), receipt.get(name), now.get(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return at(step("$", HASH), receipt.get(HASH), now.get(HASH));
    }

    private static Optional<Difference> at(String path, @Nullable JsonNode receipt, @Nullable JsonNode now) {
        if (receipt == null || now == null) {
            return Objects.equals(receipt, now) ? Optional.empty() : Optional.of(new Difference(path, receipt, now));
        }
        if (receipt.isObject() && now.isObject()) {
            return names(receipt, now).stream()
                    .flatMap(name -> at(step(path, name), receipt.get(name), now.get(name)).stream())
                    .findFirst();
        }
        if (receipt.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(receipt.size(), now.size()); i++) {
                Optional<Difference> found = at(path + "[" + i + "]", receipt.get(i), now.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isSame(receipt, now) ? Optional.empty() : Optional.of(new Difference(path, receipt, now));
    }

    // Numbers are compared by value: 1 and 1.0 are equal.
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return CanonicalJson.of(one).equals(CanonicalJson.of(other));
    }

    private static SortedSet<String> names(JsonNode one, JsonNode other) {
        SortedSet<String> names = new TreeSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        return names;
    }

    private static String step(String path, String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? path + "." + name
                : path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
