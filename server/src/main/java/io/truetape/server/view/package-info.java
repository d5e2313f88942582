/** How facts are shown: JSON rows, the explanation of a print, and the state of the system. */
@org.jspecify.annotations.NullMarked
package io.truetape.server.view;
