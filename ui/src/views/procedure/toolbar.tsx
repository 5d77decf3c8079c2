import { Maximize2, Table2, ZoomIn, ZoomOut } from "lucide-react";
import { Button, ToggleButton } from "react-aria-components";
import type { Procedure, ScopeChoice } from "../../ipc/generated/bindings";
import { chooseScope, showWhole, useProcedure } from "../../model/procedure";
import { say } from "../say";
import { zoomPlanInMiddle } from "./plan_keys";

interface ToolbarProps {
  readonly procedure: Procedure;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}

const ZOOM = 1.4;

const GROUPS = ["matter", "all", "proceeding", "docket"] as const;

export function Toolbar({ procedure, isTable, onTable }: ToolbarProps) {
  const drawn = useProcedure(({ plan }) => plan?.arrows.length ?? 0);
  const all = procedure.acts.length;
  const chosen = JSON.stringify(procedure.scope);
  return (
    <div className="procedure-bar">
      <label className="procedure-scope">
        {say("procedure-scope")}{" "}
        <select
          className="field"
          value={chosen}
          onChange={(event) => {
            const choice = procedure.scopes.find(
              ({ scope }) => JSON.stringify(scope) === event.target.value,
            );
            if (choice) chooseScope(choice.scope);
          }}
        >
          {GROUPS.map((group) => (
            <Group
              key={group}
              group={group}
              choices={procedure.scopes.filter(({ scope }) => scope.kind === group)}
            />
          ))}
        </select>
      </label>
      {!isTable && drawn < all && (
        <span className="quiet">{say("procedure-drawn", { drawn, all })}</span>
      )}
      <div className="procedure-zoom" role="group" aria-label={say("keys-zoom")}>
        <Button
          className="icon-button"
          aria-label={say("timeline-zoom-out")}
          isDisabled={isTable}
          onPress={() => zoomPlanInMiddle(ZOOM)}
        >
          <ZoomOut aria-hidden size="1rem" />
        </Button>
        <Button
          className="icon-button"
          aria-label={say("timeline-zoom-in")}
          isDisabled={isTable}
          onPress={() => zoomPlanInMiddle(1 / ZOOM)}
        >
          <ZoomIn aria-hidden size="1rem" />
        </Button>
        <Button
          className="icon-button"
          aria-label={say("timeline-fit")}
          isDisabled={isTable}
          onPress={showWhole}
        >
          <Maximize2 aria-hidden size="1rem" />
        </Button>
        <ToggleButton
          className="icon-button"
          aria-label={say("procedure-as-table")}
          isSelected={isTable}
          onChange={onTable}
        >
          <Table2 aria-hidden size="1rem" />
        </ToggleButton>
      </div>
    </div>
  );
}

interface GroupProps {
  readonly group: (typeof GROUPS)[number];
  readonly choices: readonly ScopeChoice[];
}

function Group({ group, choices }: GroupProps) {
  if (choices.length === 0) return null;
  const options = choices.map(({ scope, name, events }) => (
    <option key={JSON.stringify(scope)} value={JSON.stringify(scope)}>
      {group === "all"
        ? say("procedure-scope-all", { events })
        : say("procedure-scope-name", { name, events })}
    </option>
  ));
  if (group === "all") return options;
  return <optgroup label={say(`procedure-scope-${group}`)}>{options}</optgroup>;
}
