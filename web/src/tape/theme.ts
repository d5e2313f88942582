/** What the painter needs of the style sheet; the style sheet is the only source of colours. */
export interface Theme {
  readonly pane: string;
  readonly raised: string;
  readonly selected: string;
  readonly line: string;
  readonly text: string;
  readonly soft: string;
  readonly dim: string;
  readonly strike: string;
  readonly focus: string;
  readonly bull: string;
  readonly bear: string;
  readonly neutral: string;
  readonly bullBar: string;
  readonly bearBar: string;
  readonly neutralBar: string;
  readonly accent: string;
  readonly accentGround: string;
  readonly chipGround: string;
  readonly font: string;
  readonly strongFont: string;
  readonly inferredFont: string;
  readonly chipFont: string;
}

export function readTheme(root: HTMLElement): Theme {
  const style = getComputedStyle(root);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    pane: value('pane'),
    raised: value('raised'),
    selected: value('selected'),
    line: value('row-line'),
    text: value('text'),
    soft: value('soft'),
    dim: value('dim'),
    strike: value('strike'),
    focus: value('focus'),
    bull: value('bull'),
    bear: value('bear'),
    neutral: value('neutral'),
    bullBar: value('bull-bar'),
    bearBar: value('bear-bar'),
    neutralBar: value('neutral-bar'),
    accent: value('accent'),
    accentGround: value('accent-ground'),
    chipGround: value('chip-ground'),
    font: value('tape-font'),
    strongFont: value('tape-font-strong'),
    inferredFont: value('tape-font-inferred'),
    chipFont: value('tape-font-chip'),
  };
}

/** Fonts must be there before the first stroke: a canvas does not reflow. */
export async function fontsReady(theme: Theme): Promise<void> {
  await Promise.all(
    [theme.font, theme.strongFont, theme.chipFont].map((f) => document.fonts.load(f)),
  );
}
