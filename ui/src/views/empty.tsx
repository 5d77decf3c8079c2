import { Button } from "react-aria-components";

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly action?: Action;
  /** What most begin with, where there are two ways. */
  readonly first?: Action;
}

interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** A view with nothing in it: what it shows, and the action that starts it. */
export function Empty({ title, text, action, first }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="button-row">
        {first && (
          <Button className="button primary" onPress={first.run}>
            {first.label}
          </Button>
        )}
        {action && (
          <Button className={first ? "button" : "button primary"} onPress={action.run}>
            {action.label}
          </Button>
        )}
      </div>
    </div>
  );
}
