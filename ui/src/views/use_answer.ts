import { useEffect, useRef, useState } from "react";
import { Latest } from "../base/latest";
import type { CommandError, CommandName, Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { summaryNow, useRevision } from "../model/casebook";
import { ask } from "../model/program";
import { report } from "../model/toasts";

export interface Answer<Result> {
  /** The newest answer; the one before stays while the next is on its way. */
  readonly result: Result | null;
  readonly error: CommandError | null;
}

/** What was asked about is not there any more, by an edit or its undo. */
export const isGone = ({ code }: CommandError): boolean => code === "no-such";

/** What the program calls off when it is asked anew; all else is answered to its end. */
const CALLED_OFF: ReadonlySet<CommandName> = new Set([
  "list_lanes",
  "list_facets",
  "list_sources",
]);

interface Question<N extends CommandName> {
  /** The casebook that it is about. */
  readonly path: string | null;
  readonly name: N;
  readonly args: Commands[N]["args"];
  readonly isExpected: (error: CommandError) => boolean;
}

/**
 * Asks the program whenever the question or the casebook changes: one question at a time,
 * and of those that came meanwhile the newest, so that what is typed never waits behind
 * more than one that was asked before. An answer that comes after a newer question is
 * dropped; a refusal is shown to the reader, unless it is one that is an answer here.
 */
export function useAnswer<N extends CommandName>(
  name: N,
  args: Commands[N]["args"] | null,
  isExpected: (error: CommandError) => boolean = () => false,
): Answer<Commands[N]["result"]> {
  const revision = useRevision();
  const question = args === null ? null : JSON.stringify(args);
  const [answer, setAnswer] = useState<Answer<Commands[N]["result"]>>({
    result: null,
    error: null,
  });
  const wanted = useRef<Question<N> | null>(null);
  const [questions] = useState(
    () =>
      new Latest<Question<N>, Commands[N]["result"]>(
        ({ name, args }) => ask(name, args),
        (result, asked) => {
          if (asked === wanted.current) setAnswer({ result, error: null });
        },
        (reason, asked) => {
          if (asked !== wanted.current) return;
          const error = asCommandError(reason);
          setAnswer({ result: null, error });
          if (!asked.isExpected(error)) report(error);
        },
        (next, running) => CALLED_OFF.has(running.name) || next.path !== running.path,
      ),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision asks anew, another way to take a refusal does not
  useEffect(() => {
    if (question === null) {
      questions.forget();
      return;
    }
    const args = JSON.parse(question) as Commands[N]["args"];
    wanted.current = { name, args, path: summaryNow()?.path ?? null, isExpected };
    questions.ask(wanted.current);
    return () => {
      wanted.current = null;
    };
  }, [name, question, revision]);
  useEffect(() => () => questions.forget(), [questions]);

  return answer;
}
