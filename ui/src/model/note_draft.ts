/** How far a note that is being written has been saved. */
export type DraftState = "empty" | "typing" | "saving" | "saved" | "failed";

/** Saves a note's text and answers its id. Rejects when it was not saved. */
export type SaveNote = (note: string | null, markdown: string) => Promise<string>;

const PAUSE_MS = 500;

/** What is not yet saved, wherever its field is. */
const unsaved = new Set<NoteDraft>();

/** Saves all that is still being written; whether that worked. */
export async function saveDrafts(): Promise<boolean> {
  await Promise.all([...unsaved].map((draft) => draft.flush()));
  return unsaved.size === 0;
}

/**
 * Gives up what could not be saved. Its notes belong to the casebook that was open when
 * they were written, and must not land in another.
 */
export function giveUpDrafts(): void {
  for (const draft of unsaved) draft.giveUp();
}

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
    this.#register();
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

  giveUp(): void {
    clearTimeout(this.#pause);
    this.#text = this.#saved;
    unsaved.delete(this);
  }

  #register(): void {
    if (this.isSaved) unsaved.delete(this);
    else unsaved.add(this);
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
      this.#register();
    }
  }
}
