import { lazy, Suspense } from "react";
import { useFrame } from "../../model/frame";

const fetchForm = () => import("../event_form/event_dialog");
const fetchChange = () => import("./change_dialog");
const fetchDelete = () => import("./delete_dialog");
const fetchMerge = () => import("./merge_dialog");
const fetchEntry = () => import("./entry_dialog");

const EventDialog = lazy(async () => ({ default: (await fetchForm()).EventDialog }));
const ChangeDialog = lazy(async () => ({ default: (await fetchChange()).ChangeDialog }));
const DeleteDialog = lazy(async () => ({ default: (await fetchDelete()).DeleteDialog }));
const MergeDialog = lazy(async () => ({ default: (await fetchMerge()).MergeDialog }));
const EntryDialog = lazy(async () => ({ default: (await fetchEntry()).EntryDialog }));

/** What writes events; the first picture needs none of it, so it is read after it. */
export const EDITING_FETCHES = [fetchForm, fetchEntry, fetchDelete, fetchChange, fetchMerge];

export function EditingDialogs() {
  const dialog = useFrame((frame) => frame.dialog);
  return (
    <Suspense fallback={null}>
      {dialog?.kind === "event" && <EventDialog />}
      {dialog?.kind === "entry" && <EntryDialog />}
      {dialog?.kind === "change" && <ChangeDialog {...dialog} />}
      {dialog?.kind === "delete" && <DeleteDialog {...dialog} />}
      {dialog?.kind === "merge" && <MergeDialog {...dialog} />}
    </Suspense>
  );
}
