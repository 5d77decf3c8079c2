import { Button } from "react-aria-components";

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A view with nothing in it: what it shows, and the one action that starts it. */
export function Empty({ title, text, action }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {action && (
        <Button className="button primary" onPress={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
