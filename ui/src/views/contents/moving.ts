import type { SharedKind } from "../../ipc/generated/bindings";
import { editAndTell } from "../../model/edits";
import type { Records } from "./use_records";

/** Puts the record at `from` before the one at `place`, or last. */
export async function moveTo(
  kind: SharedKind,
  records: Records,
  from: number,
  place: number,
): Promise<void> {
  const moved = records.at(from);
  if (!moved || place === from || place === from + 1) return;
  const before = records.at(place)?.id ?? null;
  await editAndTell("move_record", { kind, id: moved.id, before });
}

/** Puts the record at `from` a place up or down. */
export async function moveBy(
  kind: SharedKind,
  records: Records,
  from: number,
  by: 1 | -1,
): Promise<void> {
  const last = (records.total ?? 0) - 1;
  if (from < 0 || from + by < 0 || from + by > last) return;
  await moveTo(kind, records, from, by > 0 ? from + 2 : from - 1);
}
