import "./check.css";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { FindingCounts, RuleCounts } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import { useKnownOn } from "../../model/clocks";
import { askCheck, useIsChecked } from "../../model/findings";
import { Empty } from "../empty";
import { MoreButton } from "../more_button";
import { say, sayNumber } from "../say";
import { useAnswer } from "../use_answer";
import { FindingItem } from "./finding_item";

export const HEADING = "findings-heading";

type Shown = "open" | "accepted";

/** What the consistency check found, by rule; what is accepted is kept apart. */
export function CheckView() {
  const isChecked = useIsChecked();
  const known_on = useKnownOn();
  const { result: counts } = useAnswer("count_findings", isChecked ? { known_on } : null);
  const [shown, setShown] = useState<Shown>("open");
  if (!isChecked) return <NotChecked />;
  if (!counts) {
    return (
      <p className="findings-running quiet" role="status">
        {say("findings-running")}
      </p>
    );
  }
  if (counts.open + counts.accepted === 0) return <NothingFound counts={counts} />;
  const rules = counts.rules.filter((rule) => rule[shown] > 0);
  return (
    <div className="page">
      <header className="page-head">
        <h2 id={HEADING} tabIndex={-1}>
          {say("findings-heading")}
        </h2>
        <p className="quiet">{say("findings-intro")}</p>
        <div className="page-tools">
          <ToggleButtonGroup
            aria-label={say("findings-show")}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[shown]}
            onSelectionChange={(keys) => {
              const [key] = keys;
              if (key === "open" || key === "accepted") setShown(key);
            }}
            className="findings-toggle"
          >
            <ToggleButton id="open" className="button small">
              {say("findings-open", { count: counts.open })}
            </ToggleButton>
            <ToggleButton id="accepted" className="button small">
              {say("findings-accepted", { count: counts.accepted })}
            </ToggleButton>
          </ToggleButtonGroup>
        </div>
      </header>
      {rules.length === 0 && <p className="findings-none">{say(`findings-none-${shown}`)}</p>}
      {rules.map((rule) => (
        <RuleSection key={`${rule.rule} ${shown}`} rule={rule} shown={shown} />
      ))}
    </div>
  );
}

/** A rule may have ten thousand findings; the first ones are read, more when asked for. */
const FIRST = 20;
const MORE = 100;

interface RuleSectionProps {
  readonly rule: RuleCounts;
  readonly shown: Shown;
}

function RuleSection({ rule: { rule, open, accepted }, shown }: RuleSectionProps) {
  const [limit, setLimit] = useState(FIRST);
  const query = { rule, accepted: shown === "accepted", event: null };
  const known_on = useKnownOn();
  const { result: page } = useAnswer("list_findings", { query, known_on, offset: 0, limit });
  const heading = `findings-${rule}`;
  return (
    <section className="findings-rule" aria-labelledby={heading}>
      <h3 id={heading} className="findings-rule-name">
        {say(`finding-${rule}-name`)}{" "}
        <span className="count">{sayNumber({ open, accepted }[shown])}</span>
      </h3>
      <p className="quiet findings-why">{say(`finding-${rule}-why`)}</p>
      <ul className="findings">
        {page?.rows.map((finding) => (
          <FindingItem key={finding.id} finding={finding} />
        ))}
      </ul>
      {page && (
        <MoreButton
          shown={page.rows.length}
          total={page.total}
          by={MORE}
          onMore={() => setLimit(limit + MORE)}
        />
      )}
    </section>
  );
}

/** A large casebook is checked when its reader has the time for it. */
function NotChecked() {
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  return (
    <Empty
      title={say("findings-unasked-title", { count: events })}
      text={say("findings-unasked-text")}
      action={{ label: say("findings-unasked-action"), run: askCheck }}
    />
  );
}

/** What the check looks for, for a reader who has not seen it find anything. */
function NothingFound({ counts }: { readonly counts: FindingCounts }) {
  return (
    <div className="page">
      <header className="page-head">
        <h2 id={HEADING} tabIndex={-1}>
          {say("findings-empty-title")}
        </h2>
        <p className="quiet">{say("findings-empty-text")}</p>
      </header>
      <dl className="findings-rules">
        {counts.rules.map(({ rule }) => (
          <div key={rule}>
            <dt>{say(`finding-${rule}-name`)}</dt>
            <dd>{say(`finding-${rule}-why`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
