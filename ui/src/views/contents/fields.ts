import type { Record as CaseRecord, SharedKind } from "../../ipc/generated/bindings";

/** How a field of a record is written. */
export type FieldKind =
  | { readonly as: "text" | "area" | "date" | "check" | "confidence" | "type" | "membership" }
  | { readonly as: "records"; readonly of: SharedKind };

export interface FieldOf {
  readonly name: string;
  readonly kind: FieldKind;
  /** Shown beside the one after it. */
  readonly isHalf?: boolean;
}

const text = (name: string, isHalf = false): FieldOf => ({
  name,
  kind: { as: "text" },
  isHalf,
});
const area = (name: string): FieldOf => ({ name, kind: { as: "area" } });
const date = (name: string, isHalf = false): FieldOf => ({
  name,
  kind: { as: "date" },
  isHalf,
});
const trust = (name: string): FieldOf => ({ name, kind: { as: "confidence" } });
const ID = text("id");

/** The fields of each kind of record, in the order in which they are written. */
export const FIELDS: Readonly<Record<SharedKind, readonly FieldOf[]>> = {
  lane: [text("name"), ID],
  court: [text("name"), ID],
  proceeding: [
    text("name"),
    text("docket"),
    date("start", true),
    date("end", true),
    { name: "judges", kind: { as: "records", of: "actor" } },
    area("outcome"),
    ID,
  ],
  actor: [
    text("name"),
    { name: "type", kind: { as: "type" }, isHalf: true },
    text("side", true),
    text("affiliation"),
    text("role"),
    trust("confidence"),
    area("note"),
    { name: "member", kind: { as: "membership" } },
    ID,
  ],
  place: [
    text("name"),
    text("country", true),
    text("precision", true),
    text("lat", true),
    text("lon", true),
    trust("confidence"),
    area("role"),
    trust("fact_confidence"),
    ID,
  ],
  principle: [
    text("name"),
    text("number", true),
    date("added", true),
    area("paraphrase"),
    { name: "sources", kind: { as: "records", of: "source" } },
    trust("confidence"),
    area("note"),
    ID,
  ],
  source: [
    text("title"),
    text("publisher", true),
    text("date", true),
    text("url"),
    { name: "read", kind: { as: "check" } },
    text("read_scope"),
    text("read_url"),
    area("note"),
    ID,
  ],
};

/** What actors are; others may be typed. */
export const ACTOR_TYPES = [
  "person",
  "judge",
  "company",
  "counsel",
  "institution",
  "government",
  "organisation",
  "amicus-group",
  "court",
  "coalition",
  "other",
] as const;

export type FieldValue = string | boolean | readonly string[];

/** Values by the names of their fields. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** An actor of whose membership nothing is said. */
export const NO_MEMBERSHIP = {
  member: "",
  joined: "",
  member_basis: "",
  member_confidence: "",
  member_sources: [],
} as const satisfies FieldValues;

/** The value of a field by its name, and a record with others. */
export const fieldValue = (record: CaseRecord, name: string): FieldValue =>
  (record as unknown as Record<string, FieldValue>)[name] ?? "";

export const withValues = (record: CaseRecord, values: FieldValues): CaseRecord =>
  ({ ...record, ...values }) as CaseRecord;

/** A record of which nothing is said yet. */
export function blankRecord(kind: SharedKind): CaseRecord {
  const blank: Record<string, FieldValue> = { kind };
  for (const { name, kind: field } of FIELDS[kind])
    blank[name] = field.as === "check" ? false : field.as === "records" ? [] : "";
  if (kind === "actor") Object.assign(blank, NO_MEMBERSHIP);
  return blank as unknown as CaseRecord;
}
