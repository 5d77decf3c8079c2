import { isoFromDay } from "../../base/civil";
import type { Day } from "../../base/units";
import type { StandingLife } from "../../ipc/generated/bindings";
import { useKnownOn } from "../../model/clocks";
import { spanOn } from "../../model/standing";
import { sayDay } from "../days";
import { say, sayOr } from "../say";
import { sayStandingWhole } from "../standing_words";
import { useAnswer } from "../use_answer";
import { useSettled } from "../use_settled";

interface AnswerProps {
  readonly life: StandingLife | null;
  readonly name: string;
  readonly now: Day;
}

/** Reasons beyond these are behind "Why?" in the inspector. */
const MOST_REASONS = 2;

/**
 * What stood on the day, in one sentence. While the day is dragged it follows where
 * something else stood; the day's own words and the reasons follow once it stands still.
 */
export function Answer({ life, name, now }: AnswerProps) {
  const span = life && spanOn(life, now);
  const on = useSettled(now, span);
  const settled = useSettled(now);
  const known_on = useKnownOn();
  const question = life && { on: isoFromDay(settled), known_on, event: life.event };
  const { result } = useAnswer("get_standing", question);
  if (!life || !span) return <p className="answer quiet">{say("procedure-choose")}</p>;
  const view = result?.[0];
  const acts = view?.event === life.event && settled === now ? view.acts : [];
  const reasons = acts.slice(-MOST_REASONS).map(({ relation, by_title, date_words }) =>
    say("procedure-reason", {
      act: sayOr("acted", relation),
      title: by_title,
      date: date_words,
    }),
  );
  return (
    <p className="answer">
      <strong>{say("procedure-on", { day: sayDay(on) })}</strong>{" "}
      {say("procedure-was", { title: name })} <strong>{sayStandingWhole(span)}</strong>
      {reasons.length > 0 ? `: ${reasons.join("; ")}.` : "."}
    </p>
  );
}
