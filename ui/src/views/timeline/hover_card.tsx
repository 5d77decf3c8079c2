import { MARK } from "../../base/picture";
import type { EventDetail } from "../../ipc/generated/bindings";
import { useKnownOn } from "../../model/clocks";
import { sayDay } from "../days";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";
import type { Hovered, HoveredBand, HoveredMark } from "./pointer";

/** What is under the pointer: an event's whole title and date, or what a count counts. */
export function HoverCard({ hovered }: { readonly hovered: Hovered }) {
  const { what, x, y, isLow } = hovered;
  const content = what.kind === "mark" ? <OfMark what={what} /> : <OfBand what={what} />;
  return (
    <div
      className="hover-card"
      aria-hidden
      data-low={isLow}
      style={{ left: `clamp(0px, ${x}px, 100% - 21rem)`, top: `${y}px` }}
    >
      {content}
    </div>
  );
}

function OfMark({ what }: { readonly what: HoveredMark }) {
  const { result } = useAnswer("get_event", { key: what.key, known_on: useKnownOn() });
  if (result?.key !== what.key) return null;
  return (
    <>
      <p className="hover-title">{result.title}</p>
      <p className="hover-line">{lineOf(result)}</p>
      {result.disputed && <p className="hover-line">{say("legend-disputed")}</p>}
    </>
  );
}

const AMONG = [
  [MARK.FOUND, "band-found"],
  [MARK.DISPUTED, "band-disputed"],
  [MARK.NOTED, "band-noted"],
] as const;

function OfBand({ what }: { readonly what: HoveredBand }) {
  const { count, flags, first, last, opening } = what;
  return (
    <>
      <p className="hover-title">{say("lane-events", { count })}</p>
      <p className="hover-line">
        {say("span-from-to", { from: sayDay(first), to: sayDay(last) })}
      </p>
      {AMONG.map(([bit, words]) =>
        flags & bit ? (
          <p className="hover-line" key={bit}>
            {say(words)}
          </p>
        ) : null,
      )}
      <p className="hover-line">{say(`band-${opening}`)}</p>
    </>
  );
}

const lineOf = ({ date_words, kind, court }: EventDetail): string =>
  [date_words, sayOr("kind", kind), court].filter(Boolean).join(" · ");
