import { useRef } from "react";
import { clamp } from "../../base/geometry";

interface SplitterProps {
  readonly edge: "left" | "right";
  readonly label: string;
  /** Width of the panel in rem, and its limits. */
  readonly value: number;
  readonly least: number;
  readonly usual: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** The movable edge of a panel: dragged, stepped with arrows, reset with a double click. */
export function Splitter({ edge, label, value, least, usual, most, onChange }: SplitterProps) {
  const start = useRef<{ x: number; value: number } | null>(null);
  const grows = edge === "right" ? 1 : -1;
  const change = (next: number): void =>
    onChange(clamp(Math.round(next * 16) / 16, least, most));
  const rem = (): number =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

  return (
    <div
      role="separator"
      className="splitter"
      data-edge={edge}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value * 16)}
      aria-valuemin={least * 16}
      aria-valuemax={most * 16}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, value };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        change(start.current.value + ((event.clientX - start.current.x) * grows) / rem());
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => onChange(usual)}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        change(value + by * grows);
      }}
    />
  );
}
