/** The adapter of the tools and resources to the official Java SDK of the Model Context Protocol. */
@NamedInterface("sdk")
@NullMarked
package org.hashwise.mcp.sdk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
