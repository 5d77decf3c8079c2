/**
 * Asks one question at a time and keeps only the newest that waits. A reader who zooms
 * asks sixty times a second; the program answers as often as it can and never about a
 * viewport that is long gone.
 */
export class Latest<Question, Answer> {
  #running = false;
  #waiting: { question: Question } | null = null;
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #answered: (answer: Answer, question: Question) => void;
  readonly #failed: (error: unknown, question: Question) => void;

  constructor(
    ask: (question: Question) => Promise<Answer>,
    answered: (answer: Answer, question: Question) => void,
    failed: (error: unknown, question: Question) => void,
  ) {
    this.#ask = ask;
    this.#answered = answered;
    this.#failed = failed;
  }

  /** Whether a newer question waits behind the one that is being answered. */
  get superseded(): boolean {
    return this.#waiting !== null;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = null;
      try {
        this.#answered(await this.#ask(question), question);
      } catch (error) {
        this.#failed(error, question);
      }
    }
    this.#running = false;
  }
}
