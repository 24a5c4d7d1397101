package org.hashwise.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashwise.account.Role;

/**
 * What {@code account} is asked to do.
 *
 * @param name empty for a list
 * @param role of the account to be added; of no meaning otherwise
 */
record AccountArguments(Action action, String name, Role role) {

    enum Action {
        ADD(2),
        LIST(1),
        REMOVE(2);

        private final int words;

        Action(int words) {
            this.words = words;
        }
    }

    /** Empty when the arguments make no sense. Settings such as {@code --hashwise.data=…} may stand among them. */
    static Optional<AccountArguments> of(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Optional<Role> role = Optional.empty();
        boolean roleNamed = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--role") || argument.startsWith("--role=")) {
                boolean joined = argument.contains("=");
                roleNamed = true;
                role = Role.of(
                        joined
                                ? argument.substring("--role=".length())
                                : i + 1 < arguments.size() ? arguments.get(++i) : "");
            } else if (argument.startsWith("--") && argument.contains("=")) {
                continue;
            } else if (argument.startsWith("-") || argument.isBlank()) {
                return Optional.empty();
            } else {
                words.add(argument);
            }
        }
        Optional<Action> action = words.isEmpty() ? Optional.empty() : action(words.get(0));
        boolean sound = action.isPresent()
                && words.size() == action.get().words
                && (action.get() == Action.ADD ? role.isPresent() : !roleNamed);
        return sound
                ? Optional.of(new AccountArguments(
                        action.get(), words.size() > 1 ? words.get(1) : "", role.orElse(Role.READER)))
                : Optional.empty();
    }

    private static Optional<Action> action(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
