/**
 * What the wire carries, as records: the page's TypeScript types are made from them, and real answers
 * are held against them.
 *
 * <p>In: the records and enums. Out: {@code web/src/generated/contract.ts}. Limits: field names, order
 * and types; not the meaning of values.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.server.contract;
