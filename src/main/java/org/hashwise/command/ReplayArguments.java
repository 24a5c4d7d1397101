package org.hashwise.command;

import org.hashwise.consultation.Replays.Which;
import picocli.CommandLine.Option;

/** The arguments of {@code replay}. */
final class ReplayArguments extends SettingsArguments {

    @Option(names = "--rules")
    Which rules = Which.TODAY;

    @Option(names = "--market")
    Which market = Which.THEN;
}
