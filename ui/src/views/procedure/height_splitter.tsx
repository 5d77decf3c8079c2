import { useRef } from "react";
import { clamp } from "../../base/geometry";

interface HeightSplitterProps {
  readonly label: string;
  /** Height of what lies below, in rem, and its limits. */
  readonly value: number;
  readonly least: number;
  readonly usual: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** The upper edge of a panel: dragged, stepped with arrows, reset with a double click. */
export function HeightSplitter({
  label,
  value,
  least,
  usual,
  most,
  onChange,
}: HeightSplitterProps) {
  const start = useRef<{ y: number; value: number } | null>(null);
  const change = (next: number): void =>
    onChange(clamp(Math.round(next * 16) / 16, least, most));
  const rem = (): number =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (
    <div
      role="separator"
      className="height-splitter"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={Math.round(value * 16)}
      aria-valuemin={least * 16}
      aria-valuemax={most * 16}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, value };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        change(start.current.value - (event.clientY - start.current.y) / rem());
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => onChange(usual)}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        change(value + by);
      }}
    />
  );
}
