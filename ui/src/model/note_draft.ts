/** How far a note that is being written has been saved. */
export type DraftState = "empty" | "typing" | "saving" | "saved" | "failed";

/** Saves a note's text and answers its id. Rejects when it was not saved. */
export type SaveNote = (note: string | null, markdown: string) => Promise<string>;

const PAUSE_MS = 500;

/**
 * A note while it is being written. It is saved when the writer pauses and when it is
 * left; saves follow each other, so an older text never lands after a newer one and a new
 * note is created once.
 */
export class NoteDraft {
  #note: string | null;
  #text: string;
  #saved: string;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> | null = null;
  readonly #save: SaveNote;
  readonly #changed: (state: DraftState) => void;

  constructor(
    start: { note: string | null; markdown: string },
    save: SaveNote,
    changed: (state: DraftState) => void,
  ) {
    this.#note = start.note;
    this.#text = start.markdown;
    this.#saved = start.markdown;
    this.#save = save;
    this.#changed = changed;
  }

  /** The note's id once it has one. */
  get note(): string | null {
    return this.#note;
  }

  get isSaved(): boolean {
    return this.#text === this.#saved || this.#text.trim() === "";
  }

  write(markdown: string): void {
    this.#text = markdown;
    this.#changed(markdown.trim() === "" ? "empty" : "typing");
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is not yet saved. An empty text is not a note and is left alone. */
  async flush(): Promise<void> {
    clearTimeout(this.#pause);
    this.#work ??= this.#run();
    await this.#work;
  }

  async #run(): Promise<void> {
    try {
      while (this.#text !== this.#saved && this.#text.trim() !== "") {
        const text = this.#text;
        this.#changed("saving");
        this.#note = await this.#save(this.#note, text);
        this.#saved = text;
        this.#changed(this.#text === text ? "saved" : "typing");
      }
    } catch {
      // Whoever saves has told the reader; the text stays in the field to be tried again.
      this.#changed("failed");
    } finally {
      this.#work = null;
    }
  }
}
