import { GripVertical } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { asCommandError } from "../../ipc/errors";
import type { RecordRow, SharedKind } from "../../ipc/generated/bindings";
import { useIsReadOnly, useRevision } from "../../model/casebook";
import { draftKey, openRecord, useContents } from "../../model/contents";
import { ask } from "../../model/program";
import { report } from "../../model/toasts";
import { say } from "../say";
import { isGone } from "../use_answer";
import { RECORD_LIST } from "./focus";
import { useListWindow } from "./list_window";
import { moveBy, moveTo } from "./moving";
import type { Records } from "./use_records";

const ORDERED: readonly SharedKind[] = ["lane", "proceeding"];

interface RecordListProps {
  readonly kind: SharedKind;
  readonly find: string;
  readonly records: Records;
}

/** The records that were found, of which only those in sight are there. */
export function RecordList({ kind, find, records }: RecordListProps) {
  const open = useContents((contents) => contents.open);
  const isReadOnly = useIsReadOnly();
  const list = useRef<HTMLDivElement>(null);
  const total = records.total ?? 0;
  const { first, last, inSight, height, reveal } = useListWindow(list, total);
  const { see } = records;
  useEffect(() => see(first, last), [see, first, last]);
  const [active, choose] = useActive(kind, find, records, reveal);
  const canMove = !isReadOnly && ORDERED.includes(kind) && find === "";
  const [drop, setDrop] = useState<number | null>(null);

  const goTo = (index: number): void => {
    const place = Math.max(0, Math.min(total - 1, index));
    choose(place);
    reveal(place);
  };
  const steps: Readonly<Record<string, () => number>> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + inSight,
    PageUp: () => active - inSight,
    Home: () => 0,
    End: () => total - 1,
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.altKey && by && canMove) {
      event.preventDefault();
      void moveBy(kind, records, active, by as 1 | -1);
      return;
    }
    const step = steps[event.key];
    if (step && total > 0 && !event.altKey) {
      event.preventDefault();
      goTo(step());
    } else if (event.key === "Enter") {
      event.preventDefault();
      document.querySelector<HTMLElement>(".record-pane :is(input, textarea)")?.focus();
    }
  };

  const rows: { index: number; row: RecordRow | undefined }[] = [];
  for (let index = first; index < last; index += 1)
    rows.push({ index, row: records.at(index) });
  return (
    <div
      ref={list}
      id={RECORD_LIST}
      className="record-list"
      role="listbox"
      aria-label={say(`contents-${kind}`)}
      aria-describedby={canMove ? "record-list-hint" : undefined}
      aria-activedescendant={active >= first && active < last ? `record-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="record-reach" style={{ height: total * height }}>
        {rows.map(({ index, row }) => (
          // The keyboard chooses in the list that owns this option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={row?.id ?? index}
            id={`record-${index}`}
            role="option"
            tabIndex={-1}
            className="record-row"
            aria-selected={row !== undefined && row.id === open}
            aria-posinset={index + 1}
            aria-setsize={total}
            data-active={index === active}
            data-colour={row?.colour ?? undefined}
            data-drop={drop === index ? "before" : drop === index + 1 ? "after" : undefined}
            style={{ top: index * height, height }}
            onClick={() => goTo(index)}
          >
            {row && (
              <>
                {canMove && (
                  <Grip
                    onDrag={(y) => setDrop(dropPlace(list.current, y, height, total))}
                    onDrop={(place) => {
                      setDrop(null);
                      if (place) void moveTo(kind, records, index, drop ?? index);
                    }}
                  />
                )}
                {typeof row.colour === "number" && <span className="swatch" aria-hidden />}
                <span className="record-names">
                  <span className="record-name">{row.name}</span>
                  {row.detail && <span className="record-detail">{row.detail}</span>}
                </span>
                <Unsaved draft={draftKey(kind, row.id)} />
                <span className="record-uses">{usesOf(kind, row)}</span>
              </>
            )}
          </div>
        ))}
      </div>
      {records.total === 0 && (
        <p className="record-none">{say("contents-nothing", { find })}</p>
      )}
      {canMove && (
        <p id="record-list-hint" hidden>
          {say("contents-move-hint")}
        </p>
      )}
    </div>
  );
}

/** Says so beside a record with a draft; what is typed into it draws no list anew. */
function Unsaved({ draft }: { readonly draft: string }) {
  const isThere = useContents(({ drafts }) => drafts.has(draft));
  return isThere && <span className="tag">{say("contents-unsaved")}</span>;
}

function usesOf(kind: SharedKind, { events, others }: RecordRow): string {
  if (events === 0 && others === 0) return say("contents-unused");
  const words = [say("lane-events", { count: events })];
  if (others > 0)
    words.push(
      say(kind === "actor" ? "contents-in-proceedings" : "contents-in-principles", {
        count: others,
      }),
    );
  return words.join(" · ");
}

/** Which row the keys go from: that of the open record, wherever it stands now. */
function useActive(
  kind: SharedKind,
  find: string,
  records: Records,
  reveal: (index: number) => void,
): [active: number, choose: (index: number) => void] {
  const open = useContents((contents) => contents.open);
  const revision = useRevision();
  const [active, setActive] = useState(-1);
  /** The row that was chosen and may still have to be read. */
  const [chosen, setChosen] = useState<number | null>(null);
  const isHere = records.at(active)?.id === open;
  useEffect(() => {
    const row = chosen === null ? undefined : records.at(chosen);
    if (!row) return;
    setChosen(null);
    openRecord(row.id);
  }, [chosen, records]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision, another place
  useEffect(() => {
    if (chosen !== null || isHere) return;
    if (open === null || open === "") {
      setActive(-1);
      return;
    }
    let isStale = false;
    ask("record_position", { query: { kind, find }, id: open }).then(
      (place) => {
        if (isStale) return;
        setActive(place ?? -1);
        if (place !== null) reveal(place);
      },
      (reason) => {
        if (isStale) return;
        const error = asCommandError(reason);
        if (isGone(error)) openRecord(null);
        else report(error);
      },
    );
    return () => {
      isStale = true;
    };
  }, [kind, find, open, revision, isHere, chosen]);
  const choose = (index: number): void => {
    setActive(index);
    setChosen(index);
  };
  return [active, choose];
}

function dropPlace(
  list: HTMLElement | null,
  y: number,
  height: number,
  total: number,
): number | null {
  if (!list) return null;
  const { top } = list.getBoundingClientRect();
  const place = Math.round((y - top + list.scrollTop) / height);
  return Math.max(0, Math.min(total, place));
}

interface GripProps {
  readonly onDrag: (clientY: number) => void;
  /** Let go: in a place, or given up. */
  readonly onDrop: (isPlaced: boolean) => void;
}

/** What a row is dragged by. The keyboard moves it with Alt and the arrows. */
function Grip({ onDrag, onDrop }: GripProps) {
  const isDragged = useRef(false);
  const end = useRef(onDrop);
  useLayoutEffect(() => {
    end.current = onDrop;
  });
  const letGo = useCallback((isPlaced: boolean): void => {
    if (!isDragged.current) return;
    isDragged.current = false;
    end.current(isPlaced);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || !isDragged.current) return;
      event.preventDefault();
      letGo(false);
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [letGo]);
  return (
    <span
      className="record-grip"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        isDragged.current = true;
      }}
      onPointerMove={(event) => {
        if (isDragged.current) onDrag(event.clientY);
      }}
      onPointerUp={() => letGo(true)}
      onPointerCancel={() => letGo(false)}
      onClick={(event) => event.stopPropagation()}
    >
      <GripVertical aria-hidden size="0.875rem" />
    </span>
  );
}
