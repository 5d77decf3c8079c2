import type {
  BackupList,
  BackupView,
  CasebookSummary,
  Counts,
  RecoveryReport,
} from "../generated/bindings";

/** Why the fake's casebook cannot be written, or what is wrong with its file. */
export type FakeTrouble =
  | "none"
  | "permission"
  | "in-use"
  | "free"
  | "damaged"
  | "gone"
  | "backup"
  | "cloud";

const TROUBLES: readonly FakeTrouble[] = [
  "none",
  "permission",
  "in-use",
  "free",
  "damaged",
  "gone",
  "backup",
  "cloud",
];

export const troubleFrom = (asked: URLSearchParams): FakeTrouble | undefined =>
  TROUBLES.find((trouble) => trouble === asked.get("trouble"));

type Access = Pick<CasebookSummary, "read_only" | "is_free" | "held_by" | "place_warning">;

export function accessUnder(trouble: FakeTrouble): Access {
  switch (trouble) {
    case "permission":
    case "damaged":
      return { read_only: trouble, is_free: false };
    case "in-use":
      return {
        read_only: "in-use",
        is_free: false,
        held_by: "process 4711 on ada-desk, since 2026-11-21T08:10:00Z",
      };
    case "free":
      return { read_only: "in-use", is_free: true };
    case "cloud":
      return {
        read_only: null,
        is_free: false,
        place_warning:
          "This folder is kept in step by Dropbox. Let it finish before the casebook is opened elsewhere, and never open it on two machines at once.",
      };
    default:
      return { read_only: null, is_free: false };
  }
}

const FOLDER = "/home/reader/.local/share/org.docketline.desktop/backups/Microsoft Ireland-1f";

export function backupsOf(title: string, counts: Counts): BackupList {
  const backup = (
    number: number,
    at: string,
    occasion: BackupView["occasion"],
    since: number | null,
  ): BackupView => ({
    path: `${FOLDER}/${at}.casebook`,
    at,
    occasion,
    bytes: 1_240_000 - 10_000 * number,
    contents: {
      title,
      counts: { ...counts, events: counts.events - number },
      last_change: "Note on “Microsoft held in civil contempt by agreed order”",
      changes_since: since,
      events_since: since,
    },
  });
  const unreadable = {
    ...backup(3, "2026-11-07T18:00:00Z", "work", 0),
    contents: null,
  };
  return {
    folder: FOLDER,
    backups: [
      backup(0, "2026-11-21T09:15:00Z", "work", 0),
      backup(1, "2026-11-21T09:00:00Z", "before-import", 3),
      backup(2, "2026-11-20T17:45:00Z", "work", 27),
      unreadable,
      backup(4, "2026-10-31T12:00:00Z", "work", null),
    ],
  };
}

export const recovered = (counts: Counts): RecoveryReport => ({
  path: "/home/reader/Documents/Microsoft Ireland (recovered).casebook",
  complete: false,
  counts: { ...counts, events: counts.events - 2 },
  history: true,
  tables: [],
  losses: [
    "The drive could not read 4096 bytes.",
    "event: rows in 1 stretches could not be read.",
    "relation stay-granted-stays-preska-affirms: left out, because what it belonged to is lost.",
  ],
});
