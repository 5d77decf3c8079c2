import { ChevronDown, ChevronRight } from "lucide-react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from "react-aria-components";
import { openRecent, useCasebook } from "../../model/casebook";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { MENU_ACTIONS, type MenuAction } from "./menu_actions";

/** The casebook's name, and behind it everything that is done with casebooks as files. */
export function CasebookMenu() {
  const state = useCasebook(({ state }) => state);
  if (state.kind !== "open") return null;
  const { title, undo, redo, read_only } = state.summary;
  const isReadOnly = read_only !== null;
  return (
    <MenuTrigger>
      <Button className="casebook-button" aria-label={say("frame-casebook-menu", { title })}>
        <span className="casebook-title" title={title}>
          {title}
        </span>
        <ChevronDown aria-hidden size="0.875rem" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={say("frame-casebook-menu", { title })}>
          <Entry action="quick-entry" keys="N" disabled={isReadOnly} />
          <Entry action="new-event" keys="Ctrl N" disabled={isReadOnly} />
          <Separator className="menu-rule" />
          <Entry action="new" keys="Ctrl Shift N" />
          <Entry action="open" keys="Ctrl O" />
          <RecentMenu />
          <Entry action="save-copy" />
          <Entry action="backups" />
          <Separator className="menu-rule" />
          <Entry action="import" disabled={isReadOnly} />
          <Entry action="export" keys="Ctrl E" />
          <Separator className="menu-rule" />
          <Entry
            action="undo"
            keys="Ctrl Z"
            label={undo ? say("menu-undo-what", { what: undo }) : say("menu-undo")}
            disabled={!undo || isReadOnly}
          />
          <Entry
            action="redo"
            keys="Ctrl Shift Z"
            label={redo ? say("menu-redo-what", { what: redo }) : say("menu-redo")}
            disabled={!redo || isReadOnly}
          />
          <Entry action="history" label={say("view-history")} keys="Ctrl H" />
          <Separator className="menu-rule" />
          <Entry action="restore-sample" />
          <Entry action="about" label={say("menu-about-casebook")} />
          <Entry action="help" label={say("menu-keys")} keys="?" />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface EntryProps {
  readonly action: MenuAction;
  readonly label?: string;
  readonly keys?: string;
  readonly disabled?: boolean;
}

function Entry({ action, label = say(`menu-${action}`), keys, disabled = false }: EntryProps) {
  return (
    <MenuItem
      className="menu-item"
      id={action}
      textValue={label}
      isDisabled={disabled}
      onAction={MENU_ACTIONS[action]}
    >
      <span className="menu-label">{label}</span>
      {keys && (
        <kbd className="menu-keys" aria-hidden>
          {keys}
        </kbd>
      )}
    </MenuItem>
  );
}

function RecentMenu() {
  const { result } = useAnswer("list_recent", {});
  return (
    <SubmenuTrigger>
      <MenuItem className="menu-item" id="recent" textValue={say("menu-open-recent")}>
        <span className="menu-label">{say("menu-open-recent")}</span>
        <ChevronRight aria-hidden size="0.875rem" />
      </MenuItem>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={say("menu-open-recent")}
          renderEmptyState={() => <p className="menu-empty">{say("menu-no-recent")}</p>}
        >
          {(result ?? []).map(({ path, title, exists }) => (
            <MenuItem
              className="menu-item"
              id={path}
              key={path}
              textValue={title}
              isDisabled={!exists}
              onAction={() => void openRecent(path)}
            >
              <span className="menu-label">
                {exists ? title : say("menu-recent-missing", { title })}
                <small className="menu-path">{path}</small>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
