import type { Welcome } from '../generated/contract';
import { AT, ROW_BYTES, whole } from '../store/layout';
import type { Pulled, ToWorker } from '../transport/messages';
import { type Layout, place } from './columns';
import { ContractTexts } from './contracttexts';
import { Painter, ROW_HEIGHT } from './painter';
import { RowCursor } from './row';
import type { Theme } from './theme';

/** Live rows are drawn at most this often; scrolling is drawn each frame. */
const LIVE_MILLIS = 50;
/** Rows pulled above and below what is seen. */
const OVERSCAN = 40;

/** What the tape tells the page around it. */
export interface TapeFace {
  readonly held: boolean;
  readonly total: number;
  readonly recent: number;
  readonly fresh: number;
  readonly received: number;
  readonly lagMicros: number;
  readonly older: Pulled['older'];
}

export interface TapePorts {
  order(message: ToWorker, transfer?: ArrayBuffer[]): void;
  face(face: TapeFace): void;
  layout(layout: Layout): void;
  /** The selected row changed; undefined when there is none. */
  selected(row: RowCursor | undefined, index: number): void;
}

/**
 * The canvas tape inside a native scroller. Live, it shows the newest rows; as soon as the person
 * scrolls or picks a row it holds, and nothing moves until it is told to go live again.
 */
export class Tape {
  private readonly scroller: HTMLElement;
  private readonly body: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly ports: TapePorts;
  private readonly theme: Theme;
  private readonly contracts = new ContractTexts();
  private painter: Painter | undefined;
  private rows: RowCursor | undefined;
  private window: Pulled | undefined;
  private spare: ArrayBuffer | undefined;
  private layout: Layout = place(0);
  private holding = false;
  private pulling = false;
  private dirty = true;
  private wantsRows = true;
  private lastPull = 0;
  private width = 0;
  private height = 0;
  private selectedSeq = -1;
  private selectedRow = -1;
  private hoverRow = -1;
  private stale = false;
  private epoch = -1;
  private frame = 0;
  private readonly headHeight: number;

  constructor(
    scroller: HTMLElement,
    body: HTMLElement,
    canvas: HTMLCanvasElement,
    headHeight: number,
    theme: Theme,
    ports: TapePorts,
  ) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) {
      throw new Error('this browser has no 2-D canvas');
    }
    this.scroller = scroller;
    this.body = body;
    this.canvas = canvas;
    this.context = context;
    this.headHeight = headHeight;
    this.theme = theme;
    this.ports = ports;
    new ResizeObserver(() => this.resize()).observe(scroller);
    scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    canvas.addEventListener('mousemove', (e) => this.hover(e.offsetY));
    canvas.addEventListener('mouseleave', () => this.hover(-1));
    this.resize();
    this.frame = requestAnimationFrame((t) => this.tick(t));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  welcome(welcome: Welcome): void {
    this.painter = new Painter(this.theme, welcome.chips);
    this.rows = new RowCursor(welcome, this.contracts);
    this.dirty = true;
  }

  /** Another question was asked: live again, nothing selected, contracts stay known. */
  restart(epoch: number): void {
    this.epoch = epoch;
    this.holding = false;
    this.clearSelection();
    this.scroller.scrollTop = 0;
    this.wantsRows = true;
  }

  setStale(stale: boolean): void {
    this.dirty ||= stale !== this.stale;
    this.stale = stale;
  }

  refresh(): void {
    this.wantsRows = true;
  }

  focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  get isHeld(): boolean {
    return this.holding;
  }

  hold(): void {
    if (!this.holding && this.window !== undefined) {
      this.holding = true;
      this.ports.order({ op: 'hold', head: this.window.head });
      this.wantsRows = true;
    }
  }

  release(): void {
    this.holding = false;
    this.clearSelection();
    this.ports.order({ op: 'release' });
    this.scroller.scrollTop = 0;
    this.wantsRows = true;
  }

  /** Selects the row `step` below the selected one, or the first one seen. */
  move(step: number): void {
    const total = this.window?.total ?? 0;
    if (total === 0) {
      return;
    }
    const top = Math.ceil(this.scroller.scrollTop / ROW_HEIGHT);
    const from = this.selectedRow < 0 ? top - Math.sign(step) : this.selectedRow;
    this.select(Math.max(0, Math.min(total - 1, from + step)));
  }

  /** The row at this height of the canvas, selected. */
  selectAt(offsetY: number): void {
    this.select(Math.floor((this.scroller.scrollTop + offsetY) / ROW_HEIGHT));
  }

  clearSelection(): void {
    this.selectedRow = -1;
    this.selectedSeq = -1;
    this.dirty = true;
    this.ports.selected(undefined, -1);
  }

  /** Seqs of the rows wholly or partly seen, top to bottom. */
  visibleSeqs(): number[] {
    const shown = this.window;
    if (shown === undefined) {
      return [];
    }
    const view = new DataView(shown.buffer);
    const top = Math.floor(this.scroller.scrollTop / ROW_HEIGHT);
    const end = Math.min(
      Math.ceil((this.scroller.scrollTop + this.height) / ROW_HEIGHT),
      shown.first + shown.count,
    );
    const out: number[] = [];
    for (let row = Math.max(top, shown.first); row < end; row++) {
      out.push(whole(view, (row - shown.first) * ROW_BYTES + AT.seq));
    }
    return out;
  }

  /** Takes the rows the worker sent. */
  take(pulled: Pulled): void {
    this.pulling = false;
    this.contracts.learn(pulled.contracts, pulled.contractsAnew);
    if (pulled.epoch !== this.epoch || pulled.held !== this.holding) {
      this.spare = pulled.buffer;
      this.wantsRows = true;
      return;
    }
    this.spare = this.window?.buffer;
    this.window = pulled;
    this.rows?.over(pulled.buffer);
    const height = Math.max(pulled.total * ROW_HEIGHT, this.height);
    this.body.style.height = `${height}px`;
    this.dirty = true;
    this.ports.face(pulled);
    if (this.selectedRow >= 0) {
      this.announce();
    }
  }

  private select(row: number): void {
    const shown = this.window;
    if (shown === undefined || row < 0 || row >= shown.total) {
      return;
    }
    this.hold();
    this.selectedRow = row;
    this.reveal(row);
    this.announce();
    this.dirty = true;
  }

  /** Tells which row is selected, once its bytes are here. */
  private announce(): void {
    const shown = this.window;
    const at = this.selectedRow - (shown?.first ?? 0);
    if (shown === undefined || this.rows === undefined || at < 0 || at >= shown.count) {
      return;
    }
    const seq = this.rows.to(at).seq;
    if (seq !== this.selectedSeq) {
      this.selectedSeq = seq;
      this.dirty = true;
      this.ports.selected(this.rows, this.selectedRow);
    }
  }

  private reveal(row: number): void {
    const top = row * ROW_HEIGHT;
    const bottom = top + ROW_HEIGHT;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (bottom > this.scroller.scrollTop + this.height) {
      this.scroller.scrollTop = bottom - this.height;
    }
    this.wantsRows = true;
  }

  private scrolled(): void {
    if (!this.holding && this.scroller.scrollTop > 0) {
      this.hold();
    }
    this.dirty = true;
    this.wantsRows = true;
  }

  private hover(offsetY: number): void {
    const row =
      offsetY < 0 || !this.holding
        ? -1
        : Math.floor((this.scroller.scrollTop + offsetY) / ROW_HEIGHT);
    if (row !== this.hoverRow) {
      this.hoverRow = row;
      this.dirty = true;
    }
  }

  private resize(): void {
    const ratio = devicePixelRatio;
    const width = this.scroller.clientWidth;
    const height = Math.max(0, this.scroller.clientHeight - this.headHeight);
    if (
      width === this.width &&
      height === this.height &&
      this.canvas.width === Math.round(width * ratio)
    ) {
      return;
    }
    this.width = width;
    this.height = height;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.layout = place(width);
    this.ports.layout(this.layout);
    this.dirty = true;
    this.wantsRows = true;
    this.paint();
  }

  private tick(now: number): void {
    this.frame = requestAnimationFrame((t) => this.tick(t));
    const due = now - this.lastPull >= LIVE_MILLIS;
    if (!this.pulling && (this.wantsRows || due)) {
      this.pull(now);
    }
    if (this.dirty) {
      this.paint();
    }
  }

  private pull(now: number): void {
    this.pulling = true;
    this.wantsRows = false;
    this.lastPull = now;
    const seen = Math.ceil(this.height / ROW_HEIGHT) + 1;
    const top = this.holding ? Math.floor(this.scroller.scrollTop / ROW_HEIGHT) : 0;
    const above = this.holding ? Math.min(OVERSCAN, top) : 0;
    const buffer = this.spare;
    this.spare = undefined;
    this.ports.order(
      {
        op: 'pull',
        first: top - above,
        count: above + seen + (this.holding ? OVERSCAN : 2),
        buffer,
      },
      buffer === undefined ? [] : [buffer],
    );
  }

  private paint(): void {
    this.dirty = false;
    if (this.painter === undefined || this.rows === undefined || this.window === undefined) {
      this.context.fillStyle = this.theme.pane;
      this.context.fillRect(0, 0, this.width, this.height);
      return;
    }
    this.painter.paint(
      this.context,
      {
        rows: this.rows,
        first: this.window.first,
        count: this.window.count,
        scrollTop: this.scroller.scrollTop,
        width: this.width,
        height: this.height,
        selectedSeq: this.selectedSeq,
        hoverRow: this.hoverRow,
        stale: this.stale,
      },
      this.layout,
    );
  }
}
