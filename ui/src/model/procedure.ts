/** A ruling, or an event that acts on one, as the plan of a proceeding shows it. */
export interface PlanEvent {
  readonly key: number;
  readonly title: string;
  readonly dateWords: string;
  /** `null` outside the courts. */
  readonly court: string | null;
  /** Its first possible day. */
  readonly at: number;
}

export interface PlanAct {
  readonly id: string;
  readonly relation: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The courts, highest on top. A court stands above every court whose rulings it acts on;
 * courts of one height stand in the order of their first event, the later on top. What
 * happens outside the courts is the ground floor.
 */
export function storeysOf(
  events: readonly PlanEvent[],
  acts: readonly PlanAct[],
): (string | null)[] {
  const courtOf = new Map(events.map(({ key, court }) => [key, court]));
  const first = new Map<string | null, number>();
  for (const { court, at } of events)
    first.set(court, Math.min(at, first.get(court) ?? Number.POSITIVE_INFINITY));
  const height = new Map([...first.keys()].map((court) => [court, 0]));
  // As often as there are courts is enough to settle, and ends when they review each other.
  for (let round = 0; round < first.size; round += 1) {
    for (const { from, to } of acts) {
      const above = courtOf.get(from);
      const below = courtOf.get(to);
      if (!above || !below || above === below) continue;
      const least = Math.min((height.get(below) ?? 0) + 1, first.size);
      height.set(above, Math.max(height.get(above) ?? 0, least));
    }
  }
  const rank = (court: string | null): number =>
    court === null ? -1 : (height.get(court) ?? 0);
  return [...first.keys()].sort(
    (a, b) => rank(b) - rank(a) || (first.get(b) ?? 0) - (first.get(a) ?? 0),
  );
}

/**
 * The events that acts join, directly or through others: each such group is a matter.
 * The largest comes first; `keys` keep the order in which they are given.
 */
export function mattersOf(keys: readonly number[], acts: readonly PlanAct[]): number[][] {
  const parent = new Map(keys.map((key) => [key, key]));
  const root = (key: number): number => {
    let at = key;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { from, to } of acts) {
    if (parent.has(from) && parent.has(to)) parent.set(root(from), root(to));
  }
  const groups = new Map<number, number[]>();
  for (const key of keys) {
    const group = groups.get(root(key));
    if (group) group.push(key);
    else groups.set(root(key), [key]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
