import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import { say } from "../say";

interface RowsFailedProps {
  readonly error: CommandError | null;
  readonly onRetry: () => void;
}

/** Why rows in sight are not there, and the way to ask for them again. */
export function RowsFailed({ error, onRetry }: RowsFailedProps) {
  return (
    // It stands there from the beginning, or what comes into it would not be read aloud.
    <div role="alert">
      {error && (
        <div className="table-failed">
          <div>
            <p>{say("table-failed", { reason: error.message })}</p>
            {error.hint && <p className="quiet">{error.hint}</p>}
          </div>
          <Button className="button small" onPress={onRetry}>
            {say("table-retry")}
          </Button>
        </div>
      )}
    </div>
  );
}
