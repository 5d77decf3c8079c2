/**
 * Asks one question at a time and keeps only the newest that waits. A reader who zooms
 * asks sixty times a second; the program answers as often as it can and never about a
 * viewport that is long gone. A question that makes the one being answered pointless does
 * not wait for it: the program calls that one off, and its answer is not heard. One that
 * is called off though it is the newest, by somebody else's of its kind or because two
 * overtook each other on their way, is asked again.
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

  /** Nobody waits for an answer any more. */
  forget(): void {
    this.#waiting = null;
    this.#running = null;
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const asked = this.#waiting;
      this.#waiting = null;
      this.#running = asked;
      const { question } = asked;
      try {
        const answer = await this.#insist(question, () => this.#running === asked);
        if (this.#running !== asked) return;
        this.#answered(answer, question);
      } catch (error) {
        if (this.#running !== asked) return;
        this.#failed(error, question);
      }
    }
    this.#running = null;
  }

  async #insist(question: Question, isWanted: () => boolean): Promise<Answer> {
    for (let again = 0; again < ASKED_AGAIN; again += 1) {
      try {
        return await this.#ask(question);
      } catch (error) {
        if (!isCalledOff(error) || !isWanted()) throw error;
      }
    }
    return this.#ask(question);
  }
}

/** Two that call each other off must not do so for ever. */
const ASKED_AGAIN = 3;

const isCalledOff = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "superseded";
