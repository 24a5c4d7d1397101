package org.hashwise.mcp;

/**
 * The description of a resource for clients; the content of all is JSON.
 *
 * @param uri address, or template of addresses with variables in braces
 */
public record ResourceDefinition(String uri, String name, String title, String description) {

    /** Returns whether the address has variables. */
    public boolean isTemplate() {
        return uri.indexOf('{') >= 0;
    }
}
