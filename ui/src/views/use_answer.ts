import { useEffect, useState } from "react";
import type { CommandError, CommandName, Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { useRevision } from "../model/casebook";
import { ask } from "../model/program";
import { report } from "../model/toasts";

export interface Answer<Result> {
  /** The newest answer; the one before stays while the next is on its way. */
  readonly result: Result | null;
  readonly error: CommandError | null;
}

/** What was asked about is not there any more, by an edit or its undo. */
export const isGone = ({ code }: CommandError): boolean => code === "no-such";

/**
 * Asks the program whenever the question or the casebook changes. An answer that comes
 * after a newer question is dropped; a refusal is shown to the reader, unless it is one
 * that is an answer here.
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision asks anew, another way to take a refusal does not
  useEffect(() => {
    if (question === null) return;
    let isStale = false;
    ask(name, JSON.parse(question) as Commands[N]["args"]).then(
      (result) => {
        if (!isStale) setAnswer({ result, error: null });
      },
      (reason) => {
        if (isStale) return;
        const error = asCommandError(reason);
        setAnswer({ result: null, error });
        if (!isExpected(error)) report(error);
      },
    );
    return () => {
      isStale = true;
    };
  }, [name, question, revision]);

  return answer;
}
