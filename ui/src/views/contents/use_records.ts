import { useEffect, useMemo, useState } from "react";
import { asCommandError } from "../../ipc/errors";
import type { RecordRow, SharedKind } from "../../ipc/generated/bindings";
import { useRevision } from "../../model/casebook";
import { ask } from "../../model/program";
import { RowPages } from "../../model/row_pages";
import { report } from "../../model/toasts";

/** The records of one kind, of which only those in sight are read. */
export interface Records {
  /** `null` until the first of them came. */
  readonly total: number | null;
  readonly at: (index: number) => RecordRow | undefined;
  readonly see: (first: number, last: number) => void;
}

export function useRecords(kind: SharedKind, find: string): Records {
  const revision = useRevision();
  const [version, setVersion] = useState(0);
  // What is read anew stands where the last was, which stays in sight until then.
  const [shown, setShown] = useState<RowPages<RecordRow> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is read anew
  const pages = useMemo(() => {
    const made: RowPages<RecordRow> = new RowPages<RecordRow>(
      (offset, limit) => ask("list_records", { query: { kind, find }, offset, limit }),
      () => {
        setShown(made);
        setVersion((count) => count + 1);
      },
      (reason) => report(asCommandError(reason)),
    );
    return made;
  }, [kind, find, revision]);
  useEffect(() => {
    pages.open();
    pages.see(0, 1);
    return () => pages.close();
  }, [pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that came change what is there
  return useMemo(
    () => ({
      total: shown?.total ?? null,
      at: (index) => pages.at(index) ?? shown?.at(index),
      see: (first, last) => pages.see(first, last),
    }),
    [pages, shown, version],
  );
}
