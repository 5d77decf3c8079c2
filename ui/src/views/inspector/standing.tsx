import { useEffect, useState } from "react";
import { isoFromDay } from "../../base/civil";
import type { Day } from "../../base/units";
import type { CommandError } from "../../ipc/commands";
import type { StandingView } from "../../ipc/generated/bindings";
import { useAsOfDay, useKnownOn } from "../../model/clocks";
import { extentOf, stretches, toneOf } from "../../model/standing";
import { sayDay } from "../days";
import { EventLink } from "../event_link";
import { say, sayOr } from "../say";
import { StandingStretch } from "../standing_stretch";
import { sayReview, sayStanding } from "../standing_words";
import { useAnswer } from "../use_answer";
import { useSettled } from "../use_settled";

/** Most events cannot be in force; the program says so, and the reader need not. */
const isNoInstrument = ({ code }: CommandError): boolean => code === "bad-value";

/** How the event stood on the chosen day, if it is one that can stand. */
export function Standing({ event }: { readonly event: string }) {
  const on = useSettled(useAsOfDay());
  const known_on = useKnownOn();
  const { result } = useAnswer(
    "get_standing",
    on === null ? null : { on: isoFromDay(on), known_on, event },
    isNoInstrument,
  );
  const view = result?.[0];
  if (on === null || !view || view.event !== event) return null;
  return <StandingBox view={view} on={on} />;
}

function StandingBox({ view, on }: { readonly view: StandingView; readonly on: Day }) {
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event starts closed
  useEffect(() => setOpen(false), [view.key]);
  const review = sayReview(view);
  return (
    <section className="box standing-box" aria-labelledby="standing-heading">
      <h3 className="box-heading" id="standing-heading">
        {say("standing-on", { day: sayDay(on) })}
      </h3>
      <p className="box-line">
        <strong className="standing-word" data-tone={toneOf(view)}>
          {sayStanding(view)}
        </strong>
        {review && <> {review}</>}
      </p>
      {view.part && <p>{say("standing-part", { part: view.part })}</p>}
      <LifeBar event={view.event} on={on} />
      {view.acts.length > 0 && (
        <button
          type="button"
          className="text-button standing-why"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {say("standing-why")}
        </button>
      )}
      {isOpen && (
        <ol className="standing-acts">
          {view.acts.map((act) => (
            <li key={act.id}>
              <span className="quiet">{act.date_words}:</span> {sayOr("acted", act.relation)}{" "}
              <EventLink event={act.by_key}>
                <u>{act.by_title}</u>
              </EventLink>
              <span className="grounds">
                {[act.part, act.basis && sayOr("basis", act.basis)].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The whole life in one line, with a tick at the day. */
function LifeBar({ event, on }: { readonly event: string; readonly on: Day }) {
  const known_on = useKnownOn();
  const { result: life } = useAnswer("get_standing_life", { event, known_on });
  const extent = life && extentOf([life]);
  if (life?.event !== event || !extent) return null;
  const [first, last] = extent;
  const share = (at: number): number => ((at - first) / (last - first)) * 100;
  return (
    <div className="life-bar" aria-hidden>
      {stretches(life, first, last).map(({ span, from, to }) => (
        <StandingStretch
          key={from}
          span={span}
          from={from}
          left={share(from)}
          width={share(to) - share(from)}
        />
      ))}
      <span
        className="life-day"
        style={{ left: `${Math.max(0, Math.min(100, share(on + 0.5)))}%` }}
      />
    </div>
  );
}
