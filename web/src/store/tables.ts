import type { Welcome } from '../generated/contract';

/** Which code stands for which name, from `welcome`: to read rows that came as JSON. */
export class Codes {
  readonly welcome: Welcome;
  private readonly chipBits = new Map<string, number>();
  private readonly venues = new Map<string, number>();

  constructor(welcome: Welcome) {
    this.welcome = welcome;
    welcome.chips.forEach((chip, bit) => {
      this.chipBits.set(chip, bit);
    });
    for (const [code, name] of Object.entries(welcome.venues)) {
      this.venues.set(name, Number(code));
    }
  }

  /** Position of a name, whatever its case; -1 becomes 255, which no table has. */
  static position(names: readonly string[], name: string): number {
    const at = names.findIndex((n) => n.toLowerCase() === name.toLowerCase());
    return at < 0 ? 255 : at;
  }

  chip(label: string): number {
    return this.chipBits.get(label) ?? -1;
  }

  /** The venue's code; a foreign one is written `#code`. */
  venue(label: string): number {
    return this.venues.get(label) ?? foreign(label);
  }

  condition(text: string): number {
    return text.startsWith('#') ? foreign(text) : text.charCodeAt(0);
  }
}

const FOREIGN = 256;

function foreign(label: string): number {
  const number = Number(label.replace(/^\D+/, ''));
  return FOREIGN + (Number.isFinite(number) ? number : 0);
}
