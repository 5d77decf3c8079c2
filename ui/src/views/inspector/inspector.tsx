import "./inspector.css";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { EventDetail } from "../../ipc/generated/bindings";
import { editSelected } from "../../model/event_form";
import { show, useFrame } from "../../model/frame";
import { select, useSelection } from "../../model/selection";
import { NoteList } from "../notes/note_list";
import { say, sayOr } from "../say";
import { focusTimeline } from "../timeline/focus";
import { Actions } from "./actions";
import { Dates } from "./dates";
import { Details } from "./details";
import { EventHistory } from "./event_history";
import { Evidence } from "./evidence";
import { Findings } from "./findings";
import { INSPECTOR_TITLE, useWantedFocus } from "./focus";
import { Interval } from "./interval";
import { Legend } from "./legend";
import { Relations } from "./relations";
import { Standing } from "./standing";

interface InspectorProps {
  readonly canClose: boolean;
  readonly onClose: () => void;
}

/** The page of the selected event. */
export function Inspector({ canClose, onClose }: InspectorProps) {
  const { key, detail } = useSelection();
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event starts at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
  }, [detail?.key]);
  const leave = (): void => {
    if (canClose) onClose();
    focusTimeline();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from any control inside
    <div
      ref={panel}
      className="inspector"
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        const isOnTitle =
          event.target instanceof HTMLElement && event.target.id === INSPECTOR_TITLE;
        if (event.key === "Enter" && isOnTitle) {
          event.preventDefault();
          editSelected();
        }
        if (event.key !== "Escape") return;
        event.preventDefault();
        leave();
      }}
    >
      {canClose && (
        <Button
          className="icon-button inspector-close"
          aria-label={say("inspector-close")}
          onPress={leave}
        >
          <X aria-hidden size="1.125rem" />
        </Button>
      )}
      {key === null ? (
        <NothingSelected />
      ) : detail ? (
        <EventPage detail={detail} />
      ) : (
        <p className="quiet">{say("inspector-waiting")}</p>
      )}
    </div>
  );
}

function EventPage({ detail }: { readonly detail: EventDetail }) {
  const view = useFrame((frame) => frame.view);
  useWantedFocus(detail.key);
  const { court, docket, citations, summary, date_note } = detail;
  const place = [
    detail.date_words,
    court,
    docket && say("inspector-docket", { docket: docket.replace(/^Nos?\. ?/, "") }),
  ];
  return (
    <article className="event-page" data-colour={detail.colour}>
      <p className="event-kind">
        <span className="swatch" aria-hidden />
        {detail.lane_name} · {sayOr("kind", detail.kind)}
      </p>
      <h2
        id={INSPECTOR_TITLE}
        data-event={detail.key}
        tabIndex={-1}
        className="event-title"
        dir="auto"
      >
        {detail.title}
      </h2>
      <p className="event-place">{place.filter(Boolean).join(" · ")}</p>
      {citations.map((citation) => (
        <p className="event-place" key={citation.text}>
          {citation.text}
          {citation.confidence === "known" && (
            <span className="tag">{say("confidence-known")}</span>
          )}
        </p>
      ))}
      {view !== "timeline" && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            show("timeline");
            select(detail.key);
          }}
        >
          {say("inspector-on-timeline")}
        </button>
      )}
      <Actions event={detail.key} />
      <Dates detail={detail} />
      <Interval detail={detail} />
      <Standing event={detail.id} />
      <p className="event-summary" dir="auto">
        {summary}
      </p>
      {date_note && <p className="date-note">{date_note}</p>}
      <Findings event={detail.id} />
      <Relations key={`relations ${detail.key}`} detail={detail} />
      <Evidence key={`evidence ${detail.key}`} detail={detail} />
      <Details key={`details ${detail.key}`} detail={detail} />
      <NoteList key={detail.key} event={detail.key} notes={detail.event_notes} />
      <EventHistory detail={detail} />
    </article>
  );
}

function NothingSelected() {
  return (
    <div className="inspector-empty">
      <h2>{say("inspector-empty-title")}</h2>
      <p>{say("inspector-empty-text")}</p>
      <Legend />
    </div>
  );
}
