export const TIMELINE_STAGE = "timeline-stage";

/** Back to the timeline, or to the view that stands in its place. */
export function focusTimeline(): void {
  const stage = document.getElementById(TIMELINE_STAGE) ?? document.getElementById("view");
  stage?.focus({ preventScroll: true });
}
