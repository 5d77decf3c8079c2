import { openInspector } from "../../model/frame";
import { type PlanStep, stepInPlan, stepToAct } from "../../model/plan_steps";
import {
  panPlan,
  procedureNow,
  showWhole,
  useProcedure,
  zoomPlan,
} from "../../model/procedure";
import { clearSelection, select, selectedNow } from "../../model/selection";
import { focusInspector } from "../inspector/focus";

const ZOOM_STEP = 1.4;

export const zoomPlanInMiddle = (factor: number): void =>
  zoomPlan(procedureNow().width / 2, factor);

const go = (step: PlanStep) => (): void => {
  const { plan } = procedureNow();
  const node = plan && stepInPlan(plan, selectedNow(), step);
  if (!node) return;
  useProcedure.setState({ act: null });
  select(node.key, "place");
};

const goToAct = (by: 1 | -1) => (): void => {
  const { procedure, act } = procedureNow();
  const key = selectedNow();
  if (!procedure || key === null) return;
  useProcedure.setState({ act: stepToAct(procedure.acts, key, act, by) });
};

/** With an act, on to the event at its other end; otherwise the inspector. */
function enter(): void {
  const { procedure, act } = procedureNow();
  const key = selectedNow();
  if (key === null) return;
  const chosen = act === null ? null : procedure?.acts[act];
  if (chosen) select(chosen.from === key ? chosen.to : chosen.from, "place");
  else {
    openInspector();
    focusInspector();
  }
}

function leave(): void {
  if (procedureNow().act !== null) useProcedure.setState({ act: null });
  else clearSelection();
}

const page = (share: number) => (): void => panPlan(procedureNow().width * share);

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: go("next"),
  ArrowLeft: go("previous"),
  ArrowUp: go("above"),
  ArrowDown: go("below"),
  Home: go("first"),
  End: go("last"),
  "]": goToAct(1),
  "[": goToAct(-1),
  Enter: enter,
  Escape: leave,
  "+": () => zoomPlanInMiddle(1 / ZOOM_STEP),
  "=": () => zoomPlanInMiddle(1 / ZOOM_STEP),
  "-": () => zoomPlanInMiddle(ZOOM_STEP),
  "0": showWhole,
  PageUp: page(-0.8),
  PageDown: page(0.8),
};

export function onPlanKey(event: React.KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
