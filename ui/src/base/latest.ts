/**
 * Asks one question at a time and keeps only the newest that waits. A reader who zooms
 * asks sixty times a second; the program answers as often as it can and never about a
 * viewport that is long gone. A question that makes the one being answered pointless does
 * not wait for it: the program calls that one off, and its answer is not heard.
 */
export class Latest<Question, Answer> {
  #running: { question: Question } | null = null;
  #waiting: { question: Question } | null = null;
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #answered: (answer: Answer, question: Question) => void;
  readonly #failed: (error: unknown, question: Question) => void;
  readonly #supersedes: (next: Question, running: Question) => boolean;

  constructor(
    ask: (question: Question) => Promise<Answer>,
    answered: (answer: Answer, question: Question) => void,
    failed: (error: unknown, question: Question) => void,
    supersedes: (next: Question, running: Question) => boolean = () => false,
  ) {
    this.#ask = ask;
    this.#answered = answered;
    this.#failed = failed;
    this.#supersedes = supersedes;
  }

  /** Whether a newer question waits behind the one that is being answered. */
  get superseded(): boolean {
    return this.#waiting !== null;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    const running = this.#running;
    if (!running || this.#supersedes(question, running.question)) void this.#run();
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const asked = this.#waiting;
      this.#waiting = null;
      this.#running = asked;
      const { question } = asked;
      try {
        const answer = await this.#ask(question);
        if (this.#running !== asked) return;
        this.#answered(answer, question);
      } catch (error) {
        if (this.#running !== asked) return;
        this.#failed(error, question);
      }
    }
    this.#running = null;
  }
}
