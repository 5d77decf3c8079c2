import { Button } from "react-aria-components";
import { say } from "./say";

interface MoreButtonProps {
  readonly shown: number;
  readonly total: number;
  /** How many more are shown at once. */
  readonly by: number;
  readonly onMore: () => void;
}

/** Shows more of a list of which only the first are read; nothing where all are shown. */
export function MoreButton({ shown, total, by, onMore }: MoreButtonProps) {
  const left = total - shown;
  if (left <= 0) return null;
  return (
    <Button className="button small more-button" onPress={onMore}>
      {say("show-more", { count: Math.min(by, left), left })}
    </Button>
  );
}
