package org.hashwise.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Unmatched;

/** The arguments of a command that also takes settings of the program, such as {@code --hashwise.data=folder}. */
abstract class SettingsArguments extends Arguments {

    @Unmatched
    List<String> settings = new ArrayList<>();

    @Override
    List<String> unknown() {
        return settings.stream()
                .filter(word -> !ProgramSettings.isSetting(word))
                .toList();
    }
}
