/**
 * What stands round the first picture, in one piece: it is read, run and drawn after it.
 * Nothing imports this but `later.ts`.
 */
export { AboutDialog } from "../about/about_dialog";
export { ChosenBar } from "../editing/chosen_actions";
export { EditingDialogs } from "../editing/dialogs";
export { Empty } from "../empty";
export { ExportDialog } from "../export/export_dialog";
export { PictureDialog } from "../export/picture_dialog";
export { GoBackDialog } from "../history/go_back_dialog";
export { ImportDialog } from "../import/import_dialog";
export { Inspector } from "../inspector/inspector";
export { BackupsDialog } from "../safety/backups_dialog";
export { RecoveryDialog } from "../safety/recovery_dialog";
export { CrowdCard } from "../timeline/crowd_card";
export { EventTwin } from "../timeline/event_twin";
export { HoverCard } from "../timeline/hover_card";
export { LinkCard } from "../timeline/link_card";
export { MeasureCard } from "../timeline/measure_card";
export { MoveCard } from "../timeline/move_card";
export { OverviewPicture } from "../timeline/overview_picture";
export { ZoomButtons } from "../timeline/zoom_buttons";
export { ClockNotice } from "./clock_notice";
export { KeysDialog } from "./keys_dialog";
export { SafetyNotices } from "./safety_notices";
export { SideBar } from "./side_bar";
export { StartFailed } from "./start_failed";
export { Toasts } from "./toasts";
export { TopBar } from "./top_bar";
