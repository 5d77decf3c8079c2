import "./contents.css";
import { Plus } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { SharedKind } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { chooseKind, openRecord, SHARED_KINDS, useContents } from "../../model/contents";
import { Empty } from "../empty";
import { say } from "../say";
import { RecordList } from "./record_list";
import { RecordPane } from "./record_pane";
import { useRecords } from "./use_records";

/** Everything that events share: found, written, put in order, made one, deleted. */
export function ContentsView() {
  const kind = useContents((contents) => contents.kind);
  const isOpen = useContents(({ open }) => open !== null);
  return (
    <div className="contents" data-open={isOpen}>
      <header className="contents-head">
        <h2>{say("contents-heading")}</h2>
        <Kinds kind={kind} />
      </header>
      <Kind key={kind} kind={kind} />
    </div>
  );
}

/** One tab stop; the arrows go from kind to kind. */
function Kinds({ kind }: { readonly kind: SharedKind }) {
  const step = (event: React.KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const place = SHARED_KINDS.indexOf(kind) + by + SHARED_KINDS.length;
    const next = SHARED_KINDS[place % SHARED_KINDS.length] ?? kind;
    chooseKind(next);
    document.getElementById(`contents-tab-${next}`)?.focus();
  };
  return (
    <div className="contents-kinds" role="tablist" aria-label={say("contents-kinds")}>
      {SHARED_KINDS.map((name) => (
        <button
          key={name}
          id={`contents-tab-${name}`}
          type="button"
          role="tab"
          className="contents-kind"
          aria-selected={name === kind}
          aria-controls="contents-kind"
          tabIndex={name === kind ? 0 : -1}
          onClick={() => chooseKind(name)}
          onKeyDown={step}
        >
          {say(`contents-${name}`)}
        </button>
      ))}
    </div>
  );
}

function Kind({ kind }: { readonly kind: SharedKind }) {
  const find = useContents((contents) => contents.find);
  const isOpen = useContents(({ open }) => open !== null);
  const wanted = useDeferredValue(find).trim();
  const records = useRecords(kind, wanted);
  const isReadOnly = useIsReadOnly();
  const id = useId();
  const [wish, setWish] = useState(0);
  const make = (): void => {
    openRecord("");
    setWish(wish + 1);
  };
  const { total } = records;
  const isBare = total === 0 && wanted === "" && !isOpen;
  return (
    <div
      className="contents-body"
      id="contents-kind"
      role="tabpanel"
      aria-labelledby={`contents-tab-${kind}`}
    >
      {isReadOnly && <p className="contents-note">{say("edit-read-only")}</p>}
      {isBare ? (
        <Empty
          title={say(`contents-none-${kind}`)}
          text={say(`contents-why-${kind}`)}
          {...(isReadOnly ? {} : { action: { label: say(`contents-new-${kind}`), run: make } })}
        />
      ) : (
        <div className="contents-columns">
          <div className="contents-list">
            <div className="contents-tools">
              <label className="visually-hidden" htmlFor={id}>
                {say("contents-find")}
              </label>
              <input
                id={id}
                className="field"
                value={find}
                placeholder={say("contents-find")}
                onChange={(event) => useContents.setState({ find: event.target.value })}
              />
              {!isReadOnly && (
                <Button className="button small" onPress={make}>
                  <Plus aria-hidden size="0.8125rem" />
                  {say("contents-new")}
                </Button>
              )}
            </div>
            <p className="contents-count" role="status">
              {total !== null &&
                say(wanted === "" ? "contents-count" : "contents-found", { count: total })}
            </p>
            <RecordList kind={kind} find={wanted} records={records} />
          </div>
          <RecordPane key={wish} kind={kind} />
        </div>
      )}
    </div>
  );
}
