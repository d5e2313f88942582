import { type ChipStyle, chipOrder } from './chips';
import { COLUMNS, type Layout, type Placed } from './columns';
import type { RowCursor } from './row';
import type { Theme } from './theme';

export const ROW_HEIGHT = 22;

export interface Scene {
  readonly rows: RowCursor;
  /** Number of the window's first row, and how many rows the window has. */
  readonly first: number;
  readonly count: number;
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
  readonly selectedSeq: number;
  readonly hoverRow: number;
  readonly stale: boolean;
}

type Context = CanvasRenderingContext2D;

/** Draws the rows of a window onto a 2-D context. Knows nothing of the page around it. */
export class Painter {
  private readonly theme: Theme;
  private readonly chips: readonly ChipStyle[];
  private readonly chipWidths = new Map<string, number>();

  constructor(theme: Theme, chipLabels: readonly string[]) {
    this.theme = theme;
    this.chips = chipOrder(chipLabels);
  }

  paint(ctx: Context, scene: Scene, layout: Layout): void {
    ctx.fillStyle = this.theme.pane;
    ctx.fillRect(0, 0, scene.width, scene.height);
    ctx.textBaseline = 'middle';
    const top = Math.floor(scene.scrollTop / ROW_HEIGHT);
    const bottom = Math.min(
      Math.ceil((scene.scrollTop + scene.height) / ROW_HEIGHT),
      scene.first + scene.count,
    );
    for (let row = Math.max(top, scene.first); row < bottom; row++) {
      this.row(ctx, scene, layout, row, row * ROW_HEIGHT - scene.scrollTop);
    }
  }

  private row(ctx: Context, scene: Scene, layout: Layout, row: number, y: number): void {
    const cursor = scene.rows.to(row - scene.first);
    const selected = cursor.seq === scene.selectedSeq;
    this.ground(ctx, scene, row, y, selected);
    const faded = scene.stale || cursor.isCancelled;
    for (const placed of layout.placed) {
      this.cell(ctx, placed, cursor, y, faded, selected);
    }
    this.tags(ctx, cursor, layout, y, faded);
    if (faded) {
      ctx.fillStyle = cursor.isCancelled ? this.theme.dim : this.theme.strike;
      ctx.fillRect(12, y + ROW_HEIGHT / 2, layout.chipsX - 22, 1);
    }
  }

  private ground(ctx: Context, scene: Scene, row: number, y: number, selected: boolean): void {
    if (selected || row === scene.hoverRow) {
      ctx.fillStyle = selected ? this.theme.selected : this.theme.raised;
      ctx.fillRect(0, y, scene.width, ROW_HEIGHT);
    }
    if (selected) {
      ctx.fillStyle = this.theme.focus;
      ctx.fillRect(0, y, 2, ROW_HEIGHT);
    }
    ctx.fillStyle = this.theme.line;
    ctx.fillRect(0, y + ROW_HEIGHT - 1, scene.width, 1);
  }

  private cell(
    ctx: Context,
    placed: Placed,
    row: RowCursor,
    y: number,
    faded: boolean,
    selected: boolean,
  ): void {
    const { column, x, width } = placed;
    const middle = y + ROW_HEIGHT / 2;
    if (column.key === 'side') {
      this.side(ctx, row, x, width, middle, faded);
      return;
    }
    const right = x + width;
    if (column.key === 'premium') {
      this.bar(ctx, row, x, right, y, faded);
    }
    ctx.font = column.tone === 'strong' ? this.theme.strongFont : this.theme.font;
    ctx.fillStyle = this.colour(column.key, column.tone, row, faded, selected);
    const text = column.text(row);
    ctx.textAlign = column.align;
    const at = column.align === 'right' ? right : column.align === 'center' ? x + width / 2 : x;
    ctx.fillText(text, at, middle, width + 6);
  }

  private colour(
    key: string,
    tone: string,
    row: RowCursor,
    faded: boolean,
    selected: boolean,
  ): string {
    const theme = this.theme;
    if (faded) {
      return theme.dim;
    }
    if (tone === 'side') {
      return this.sideColour(row);
    }
    if (key === 'sig') {
      return row.isSigComplete ? (row.sigScore >= 0.9 ? theme.accent : theme.text) : theme.dim;
    }
    if (key === 'volOi') {
      return row.volOi > 1 ? theme.text : theme.soft;
    }
    if (tone === 'dim') {
      return selected ? theme.soft : theme.dim;
    }
    return tone === 'strong' ? theme.text : theme.soft;
  }

  private sideColour(row: RowCursor): string {
    return row.side === 'BUY'
      ? this.theme.bull
      : row.side === 'SELL'
        ? this.theme.bear
        : this.theme.neutral;
  }

  /** Arrow, word and probability; the probability is slanted and dim, for it is inferred. */
  private side(
    ctx: Context,
    row: RowCursor,
    x: number,
    width: number,
    middle: number,
    faded: boolean,
  ): void {
    const side = row.side;
    ctx.fillStyle = faded ? this.theme.dim : this.sideColour(row);
    ctx.beginPath();
    if (side === 'BUY') {
      ctx.moveTo(x + 4, middle - 4);
      ctx.lineTo(x + 8, middle + 3);
      ctx.lineTo(x, middle + 3);
    } else if (side === 'SELL') {
      ctx.moveTo(x + 4, middle + 4);
      ctx.lineTo(x + 8, middle - 3);
      ctx.lineTo(x, middle - 3);
    } else {
      ctx.rect(x + 1, middle - 1, 6, 2);
    }
    ctx.fill();
    ctx.textAlign = 'left';
    ctx.font = side === 'UNKNOWN' ? this.theme.font : this.theme.strongFont;
    ctx.fillText(side === 'UNKNOWN' ? 'UNKNOWN' : side, x + 13, middle);
    ctx.textAlign = 'right';
    ctx.font = this.theme.inferredFont;
    ctx.fillStyle = side === 'UNKNOWN' || faded ? this.theme.dim : this.theme.soft;
    ctx.fillText(`${Math.round(row.pBuy * 100)}%`, x + width, middle);
  }

  /** Premium on a log scale, $1K to $10M over the whole cell. */
  private bar(
    ctx: Context,
    row: RowCursor,
    x: number,
    right: number,
    y: number,
    faded: boolean,
  ): void {
    const share = Math.log10(Math.max(row.premiumMicros / 1e9, 1)) / 4;
    const width = Math.min(1, share) * (right - x + 4);
    if (width < 1) {
      return;
    }
    ctx.fillStyle = faded
      ? this.theme.raised
      : row.side === 'BUY'
        ? this.theme.bullBar
        : row.side === 'SELL'
          ? this.theme.bearBar
          : this.theme.neutralBar;
    ctx.fillRect(right + 4 - width, y + 3, width, ROW_HEIGHT - 7);
  }

  private tags(ctx: Context, row: RowCursor, layout: Layout, y: number, faded: boolean): void {
    let x = layout.chipsX;
    const end = layout.chipsX + layout.chipsWidth;
    let left = 0;
    for (const chip of this.chips) {
      if (!chip.redundant && row.hasChip(chip.bit)) {
        left++;
      }
    }
    ctx.font = this.theme.chipFont;
    ctx.textAlign = 'left';
    for (const chip of this.chips) {
      if (chip.redundant || !row.hasChip(chip.bit)) {
        continue;
      }
      const width = this.chipWidth(ctx, chip.label);
      const reserve = left > 1 ? 24 : 0;
      if (x + width + reserve > end) {
        ctx.fillStyle = this.theme.dim;
        ctx.fillText(`+${left}`, x + 2, y + ROW_HEIGHT / 2);
        return;
      }
      ctx.fillStyle = chip.strong && !faded ? this.theme.accentGround : this.theme.chipGround;
      ctx.beginPath();
      ctx.roundRect(x, y + 4, width, ROW_HEIGHT - 9, 3);
      ctx.fill();
      ctx.fillStyle = faded ? this.theme.dim : chip.strong ? this.theme.accent : this.theme.soft;
      ctx.fillText(chip.label, x + 5, y + ROW_HEIGHT / 2);
      x += width + 4;
      left--;
    }
  }

  private chipWidth(ctx: Context, label: string): number {
    let width = this.chipWidths.get(label);
    if (width === undefined) {
      width = Math.ceil(ctx.measureText(label).width) + 10;
      this.chipWidths.set(label, width);
    }
    return width;
  }
}

/** The row in words, for whoever cannot see it. */
export function spoken(row: RowCursor): string {
  const cells = COLUMNS.map((c) => `${c.title} ${c.text(row)}`);
  return `${row.isCancelled ? 'Cancelled. ' : ''}${cells.join(', ')}`;
}

/** Labels of all the row's chips, in drawing order. */
export function chipLabels(row: RowCursor, labels: readonly string[]): string[] {
  return chipOrder(labels)
    .filter((c) => row.hasChip(c.bit))
    .map((c) => c.label);
}
