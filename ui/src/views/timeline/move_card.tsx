import { useMove } from "../../model/moving";
import { say } from "../say";
import type { Stage } from "./stage";

/** Where the event that is moved would come to lie, in words, beside its mark. */
export function MoveCard({ stage }: { readonly stage: React.RefObject<Stage | null> }) {
  const move = useMove(({ move }) => move);
  if (!move?.now) return null;
  const { now, start, part, byKeys } = move;
  const ghost = stage.current?.ghost ?? null;
  const scale = stage.current?.scale ?? 1;
  const place = ghost && {
    left: `clamp(0px, ${ghost.x1 * scale + 14}px, 100% - 18rem)`,
    top: `${(ghost.y + 14) * scale}px`,
  };
  return (
    <div
      className="move-card"
      role="status"
      style={place ?? undefined}
      data-placed={place !== null}
    >
      <p>
        {part !== "whole" && <>{say(`move-part-${part}`)}: </>}
        <strong>{now.words}</strong>
      </p>
      {now.refused !== null ? (
        <p className="field-error">{say("move-refused", { reason: now.refused })}</p>
      ) : (
        start &&
        now.is_changed && <p className="quiet">{say("move-from", { date: start.words })}</p>
      )}
      <p className="quiet">{say(byKeys ? "move-keys" : "move-drag")}</p>
    </div>
  );
}
