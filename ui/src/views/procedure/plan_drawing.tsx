import { memo, useMemo } from "react";
import { openInspector } from "../../model/frame";
import { layOutPlan, type PlanArrow, type PlanNode } from "../../model/procedure_plan";
import { select, useSelection } from "../../model/selection";
import { toneOfAct } from "../inspector/relations";
import { say, sayOr } from "../say";
import { measure } from "./measure";
import type { DayWindow } from "./scale";
import type { Matter } from "./use_procedure";

const word = (relation: string): string => sayOr("arrow", relation);

/** More arrows than this are a thicket; then only those of the selected event are drawn. */
const MOST_ARROWS = 120;

interface PlanDrawingProps {
  readonly matter: Matter;
  readonly colours: ReadonlyMap<number, number>;
  readonly shown: DayWindow;
  /** Of the drawing, in its own pixels. */
  readonly width: number;
}

/** Courts as storeys, what they decided as marks, what it did as arrows. */
export const PlanDrawing = memo(function PlanDrawing({
  matter,
  colours,
  shown,
  width,
}: PlanDrawingProps) {
  const selected = useSelection(({ key }) => key);
  const isMany = matter.acts.length > MOST_ARROWS;
  const about = isMany ? selected : null;
  const plan = useMemo(() => {
    const acts = isMany
      ? matter.acts.filter(({ from, to }) => from === about || to === about)
      : matter.acts;
    const toX = (day: number): number =>
      ((day - shown.first) / (shown.last - shown.first)) * width;
    const inView = matter.events.filter(({ at }) => at >= shown.first && at <= shown.last);
    return layOutPlan(inView, acts, { width, toX, measure, word });
  }, [matter, shown, width, isMany, about]);
  const isInside = matter.events.some(({ key }) => key === selected);
  return (
    <div className="plan" style={{ height: `${plan.height / 16}rem` }} aria-hidden>
      {plan.storeys.map(({ court, y, height }) => (
        <div
          key={court ?? ""}
          className="plan-storey"
          style={{ top: `${y / 16}rem`, height: `${height / 16}rem` }}
        >
          {court ?? say("procedure-no-court")}
        </div>
      ))}
      <svg
        className="plan-svg"
        viewBox={`0 0 ${width} ${plan.height}`}
        style={{ height: `${plan.height / 16}rem` }}
        aria-hidden
      >
        {plan.arrows.map((arrow) => (
          <Arrow
            key={arrow.act.id}
            arrow={arrow}
            isBehind={isInside && arrow.act.from !== selected && arrow.act.to !== selected}
          />
        ))}
        {plan.nodes.map((node) => (
          <Node
            key={node.event.key}
            node={node}
            colour={colours.get(node.event.key) ?? 0}
            isSelected={node.event.key === selected}
          />
        ))}
      </svg>
    </div>
  );
});

const HEAD = 8;

interface ArrowProps {
  readonly arrow: PlanArrow;
  /** It has nothing to do with the event that is selected. */
  readonly isBehind: boolean;
}

function Arrow({ arrow: { act, curve, label }, isBehind }: ArrowProps) {
  const [a, b, c, d] = curve;
  const from = Math.hypot(d.x - c.x, d.y - c.y) < 1 ? b : c;
  const length = Math.hypot(d.x - from.x, d.y - from.y) || 1;
  const dx = (d.x - from.x) / length;
  const dy = (d.y - from.y) / length;
  const baseX = d.x - dx * HEAD;
  const baseY = d.y - dy * HEAD;
  return (
    <g
      className="plan-act"
      data-standing={toneOfAct(act.relation)}
      data-behind={isBehind || undefined}
    >
      <path d={`M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${baseX} ${baseY}`} />
      <path
        className="plan-head"
        d={`M${d.x} ${d.y}L${baseX - dy * 4} ${baseY + dx * 4}L${baseX + dy * 4} ${baseY - dx * 4}Z`}
      />
      {label && (
        <text x={label.x} y={label.y}>
          {word(act.relation)}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  readonly node: PlanNode;
  readonly colour: number;
  readonly isSelected: boolean;
}

function Node({ node: { event, x, y, title, textX, anchor }, colour, isSelected }: NodeProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the table beside has the buttons
    <g
      className="plan-node"
      data-colour={colour}
      data-selected={isSelected || undefined}
      onClick={() => {
        select(event.key, "place");
        openInspector();
      }}
    >
      <title>{say("procedure-node", { title: event.title, date: event.dateWords })}</title>
      {isSelected && <circle className="plan-ring" cx={x} cy={y} r={10} />}
      <path
        className="plan-mark"
        d={`M${x - 7} ${y}L${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}Z`}
      />
      <text x={textX} y={y - 2} textAnchor={anchor}>
        {title}
      </text>
      <text className="plan-date" x={textX} y={y + 12} textAnchor={anchor}>
        {event.dateWords}
      </text>
    </g>
  );
}
