/** Nouns: everything that can happen, and the words for it. Requires nothing but the JDK base. */
module io.truetape.model {
  requires static org.jspecify;

  exports io.truetape.model.baseline;
  exports io.truetape.model.event;
  exports io.truetape.model.event.source;
  exports io.truetape.model.event.control;
  exports io.truetape.model.event.trade;
  exports io.truetape.model.event.derived;
  exports io.truetape.model.event.derived.meaning;
  exports io.truetape.model.event.derived.packet;
  exports io.truetape.model.event.derived.baseline;
  exports io.truetape.model.event.derived.dark;
  exports io.truetape.model.event.derived.strikes;
  exports io.truetape.model.event.derived.exposure;
  exports io.truetape.model.event.derived.greeks;
  exports io.truetape.model.id;
  exports io.truetape.model.market;
  exports io.truetape.model.price;
  exports io.truetape.model.symbol;
  exports io.truetape.model.tape;
  exports io.truetape.model.text;
  exports io.truetape.model.time;
}
