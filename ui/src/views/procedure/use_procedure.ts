import { useEffect, useMemo, useState } from "react";
import { dayFromIso } from "../../base/civil";
import type { EventRow, RelationView, StandingLife } from "../../ipc/generated/bindings";
import { useRevision } from "../../model/casebook";
import { useClocks, useKnownOn } from "../../model/clocks";
import { useFilter } from "../../model/filter";
import { mattersOf, type PlanAct, type PlanEvent } from "../../model/procedure";
import { ask } from "../../model/program";
import { useAnswer } from "../use_answer";

/** Acts that bear on standing; all others are not part of a proceeding's plan. */
const ACTS = new Set(
  (
    "affirms reverses vacates quashes stays lifts-stay moots supersedes withdraws " +
    "invalidates repeals reinstates appeals-from denies-review dismisses-appeal"
  ).split(" "),
);

const MOST_EVENTS = 20_000;

export interface Matter {
  /** The event that it begins with. */
  readonly key: number;
  readonly name: string;
  readonly lives: readonly StandingLife[];
  readonly events: readonly PlanEvent[];
  readonly acts: readonly PlanAct[];
}

export interface Procedure {
  readonly matters: readonly Matter[];
  readonly rows: ReadonlyMap<number, EventRow>;
}

/** All that the view shows, read once for each state of the casebook and the filters. */
export function useProcedure(): Procedure | null {
  const filter = useFilter(({ filter }) => filter);
  const known_on = useKnownOn();
  const asKnown = useClocks((clocks) => clocks.asKnown);
  const { result: lives } = useAnswer("list_standing_lives", { known_on });
  const { result: page } = useAnswer("list_events", {
    filter,
    sort: "date",
    descending: false,
    offset: 0,
    limit: MOST_EVENTS,
  });
  const acts = useActs(lives);
  return useMemo(() => {
    if (!lives || !page || !acts) return null;
    const known = page.rows.filter(
      ({ latest }) => asKnown === null || (dayFromIso(latest ?? "") ?? asKnown) <= asKnown,
    );
    const rows = new Map(known.map((row) => [row.key, row]));
    const shown = lives.filter(({ key }) => rows.has(key));
    const among = acts.filter(({ from, to }) => rows.has(from) && rows.has(to));
    const involved = new Set(shown.map(({ key }) => key));
    for (const { from } of among) involved.add(from);
    const keys = known.map(({ key }) => key).filter((key) => involved.has(key));
    return { rows, matters: mattersOf(keys, among).flatMap(toMatter(rows, shown, among)) };
  }, [lives, page, acts, asKnown]);
}

const toMatter =
  (
    rows: ReadonlyMap<number, EventRow>,
    lives: readonly StandingLife[],
    acts: readonly PlanAct[],
  ) =>
  (keys: readonly number[]): Matter[] => {
    const within = new Set(keys);
    const events = keys.flatMap((key) => {
      const row = rows.get(key);
      return row ? [toPlanEvent(row)] : [];
    });
    const standing = lives.filter(({ key }) => within.has(key));
    const first = events.find(({ key }) => standing.some((life) => life.key === key));
    if (!first) return [];
    return [
      {
        key: first.key,
        name: first.title,
        lives: standing,
        events,
        acts: acts.filter(({ to }) => within.has(to)),
      },
    ];
  };

const toPlanEvent = (row: EventRow): PlanEvent => ({
  key: row.key,
  title: row.short_title ?? row.title,
  dateWords: row.date_words,
  court: row.court,
  at: dayFromIso(row.earliest ?? row.latest ?? "") ?? 0,
});

/** The acts on all of them, read when the casebook changes and never while a day moves. */
function useActs(lives: readonly StandingLife[] | null): readonly PlanAct[] | null {
  const revision = useRevision();
  const [acts, setActs] = useState<readonly PlanAct[] | null>(null);
  const keys = lives?.map(({ key }) => key).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision reads anew
  useEffect(() => {
    if (keys === undefined) return;
    let isStale = false;
    const wanted = keys === "" ? [] : keys.split(" ").map(Number);
    Promise.all(wanted.map((key) => ask("get_event", { key }))).then(
      (details) => {
        if (isStale) return;
        setActs(details.flatMap(({ key, incoming }) => incoming.flatMap(toAct(key))));
      },
      // The lives are shown without arrows; whatever refused has told the reader already.
      () => {
        if (!isStale) setActs([]);
      },
    );
    return () => {
      isStale = true;
    };
  }, [keys, revision]);
  return acts;
}

const toAct =
  (to: number) =>
  ({ id, relation, other_key }: RelationView): PlanAct[] =>
    ACTS.has(relation) ? [{ id, relation, from: other_key, to }] : [];
