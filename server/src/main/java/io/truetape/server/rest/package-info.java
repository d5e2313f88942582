/** Requests and answers: one class of routes per resource, one guard before all of them. */
@org.jspecify.annotations.NullMarked
package io.truetape.server.rest;
