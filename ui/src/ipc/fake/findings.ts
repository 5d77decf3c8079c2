import type {
  AcceptedView,
  FindingCounts,
  FindingPage,
  FindingQuery,
  FindingView,
} from "../generated/bindings";
import type { FakeCasebook } from "./casebook";

/** The order of the program's check. */
const RULES = [
  "appeal-before-ruling",
  "act-before-target",
  "cycle",
  "end-before-start",
  "same-day-unordered",
  "court-does-not-review",
  "act-on-no-instrument",
  "lifts-no-stay",
  "probable-duplicate",
  "ruling-without-disposition",
  "undated",
  "unsourced",
] as const;

type Rule = (typeof RULES)[number];

/** None, as the sample has; a few of several rules; or more than anyone reads. */
export type FakeFindings = "none" | "some" | "many";

/** Findings that the program would word so, about events of the sample. */
export class Findings {
  accepted: ReadonlyMap<string, AcceptedView> = new Map();
  readonly #findings: readonly FindingView[];

  constructor(casebook: FakeCasebook, kind: FakeFindings) {
    this.#findings = kind === "none" ? [] : made(casebook, kind === "many" ? 10_000 : 3);
  }

  counts(isKnown: (event: number) => boolean): FindingCounts {
    const rules = RULES.map((rule) => {
      const of = this.#known(isKnown).filter(({ code }) => code === rule);
      const accepted = of.filter(({ id }) => this.accepted.has(id)).length;
      return { rule, open: of.length - accepted, accepted };
    });
    const sum = (of: "open" | "accepted"): number =>
      rules.reduce((total, rule) => total + rule[of], 0);
    return { open: sum("open"), accepted: sum("accepted"), rules };
  }

  /** The program checks what was known; the fake leaves out what speaks of other events. */
  #known(isKnown: (event: number) => boolean): readonly FindingView[] {
    return this.#findings.filter(({ places }) => places.every(({ key }) => isKnown(key)));
  }

  page(
    { accepted, rule, event }: FindingQuery,
    isKnown: (event: number) => boolean,
    offset: number,
    limit: number,
  ): FindingPage {
    const asked = this.#known(isKnown).filter(
      ({ id, code, events }) =>
        this.accepted.has(id) === accepted &&
        (rule === null || code === rule) &&
        (event === null || events.includes(event)),
    );
    const rows = asked
      .slice(offset, offset + limit)
      .map((finding) => ({ ...finding, accepted: this.accepted.get(finding.id) ?? null }));
    return { total: asked.length, offset, rows };
  }

  accepting(id: string, view: AcceptedView): ReadonlyMap<string, AcceptedView> {
    return new Map(this.accepted).set(id, view);
  }

  withdrawing(id: string): ReadonlyMap<string, AcceptedView> {
    const accepted = new Map(this.accepted);
    accepted.delete(id);
    return accepted;
  }
}

function made(casebook: FakeCasebook, unsourced: number): FindingView[] {
  const of = (
    code: Rule,
    severity: string,
    events: string[],
    message: string,
    more: Partial<FindingView> = {},
  ): FindingView => ({
    id: `${code}-${events.join("-")}`,
    code,
    severity,
    is_certain: true,
    events,
    relations: [],
    proceeding: null,
    message,
    places: casebook.events
      .filter(({ row }) => events.includes(row.id))
      .map(({ row }) => ({
        key: row.key,
        title: row.short_title ?? row.title,
        date_words: row.date_words,
        earliest: row.earliest,
      })),
    accepted: null,
    ...more,
  });
  return [
    of(
      "appeal-before-ruling",
      "error",
      ["premature-notice-of-appeal", "contempt-order"],
      "“Microsoft files a first notice of appeal” (August 2014) appeals from “Microsoft held in civil contempt by agreed order, without sanctions” before that was issued (8 September 2014). Look at both dates; if the notice was premature, accept this with that reason.",
    ),
    of(
      "act-before-target",
      "hint",
      ["stay-granted", "preska-affirms"],
      "“District Court grants the unopposed stay” stays “Chief Judge Preska rules from the bench for the Government”, and may have come before it: July 2014 against 31 July 2014. A finer date of either would settle it.",
      { is_certain: false },
    ),
    of(
      "end-before-start",
      "error",
      [],
      "The proceeding “Second Circuit, rehearing en banc” ends (13 October 2016) before it starts (24 January 2017). One of the two dates is wrong.",
      { proceeding: "en-banc" },
    ),
    of(
      "probable-duplicate",
      "warning",
      ["second-circuit-opinion", "aclu-v-clapper-second-circuit"],
      "These look like one event: “Second Circuit reverses: SCA warrants do not reach data stored abroad” (14 July 2016) and “Second Circuit reversed: warrants don't reach data abroad” (July 2016). If they are two, relate them or give them their dockets, or accept this.",
    ),
    ...Array.from({ length: unsourced }, (_, index) => {
      const event = casebook.events[index % casebook.events.length];
      const { id, title } = event?.row ?? { id: "", title: "" };
      const message = `“${title}” names no source.`;
      return of("unsourced", "hint", [id], message, { id: `unsourced-${index}` });
    }),
  ];
}
