import type { EventRow } from "../ipc/generated/bindings";

const PAGE = 100;
/** Pages that are held at once: some thousand rows to either side. */
const HELD = 60;

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/**
 * The rows of one listing, a page at a time and only those that are looked at. One
 * question is under way at a time, and the next is for what is in sight by then: a reader
 * who drags through a million rows waits for the last place and not for those between.
 */
export class RowPages<Row = EventRow> {
  /** How many rows there are; null until the first page came. */
  total: number | null = null;
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #ask: (offset: number, limit: number) => Promise<Page<Row>>;
  readonly #arrived: () => void;
  readonly #failed: (reason: unknown) => void;
  #sight = { first: 0, last: 1 };
  #isAsking = false;
  #isClosed = false;

  constructor(
    ask: (offset: number, limit: number) => Promise<Page<Row>>,
    arrived: () => void,
    failed: (reason: unknown) => void,
  ) {
    this.#ask = ask;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  at(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Rows from `first` up to `last` are in sight and are read if they are not yet. */
  see(first: number, last: number): void {
    this.#sight = { first, last };
    this.retry();
  }

  /** Asks once more for what is in sight, after it could not be read. */
  retry(): void {
    if (!this.#isAsking) void this.#read();
  }

  /** Nobody looks any more. */
  close(): void {
    this.#isClosed = true;
  }

  open(): void {
    this.#isClosed = false;
  }

  async #read(): Promise<void> {
    this.#isAsking = true;
    for (let page = this.#missing(); page !== null; page = this.#missing()) {
      try {
        const answer = await this.#ask(page * PAGE, PAGE);
        this.#hold(page, answer.rows);
        this.total = answer.total;
        if (!this.#isClosed) this.#arrived();
      } catch (reason) {
        if (!this.#isClosed) this.#failed(reason);
        break;
      }
    }
    this.#isAsking = false;
  }

  #missing(): number | null {
    if (this.#isClosed) return null;
    const { first, last } = this.#sight;
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page += 1) {
      if (!this.#pages.has(page)) return page;
    }
    return null;
  }

  #hold(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= HELD) return;
      this.#pages.delete(oldest);
    }
  }
}
