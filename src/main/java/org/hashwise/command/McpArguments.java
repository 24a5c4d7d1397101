package org.hashwise.command;

/** The arguments of {@code mcp}: settings of the program alone. */
final class McpArguments extends SettingsArguments {}
