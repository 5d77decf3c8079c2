import { Settings2 } from "lucide-react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import { TEXT_SIZES, THEMES, useSettings } from "../../model/settings";
import { BackupSettings } from "../safety/backup_settings";
import { say } from "../say";

export function SettingsButton() {
  const { theme, textSize } = useSettings();
  return (
    <DialogTrigger>
      <Button className="icon-button bordered" aria-label={say("frame-settings")}>
        <Settings2 aria-hidden size="1.125rem" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <div className="settings">
          <fieldset>
            <legend>{say("settings-theme")}</legend>
            {THEMES.map((name) => (
              <label className="radio-row" key={name}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme === name}
                  onChange={() => useSettings.setState({ theme: name })}
                />
                {say(`settings-theme-${name}`)}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{say("settings-text-size")}</legend>
            <div className="sizes">
              {TEXT_SIZES.map((size) => (
                <label className="radio-row" key={size}>
                  <input
                    type="radio"
                    name="text-size"
                    checked={textSize === size}
                    onChange={() => useSettings.setState({ textSize: size })}
                  />
                  {say("settings-text-value", { percent: Math.round(size * 100) })}
                </label>
              ))}
            </div>
          </fieldset>
          <BackupSettings />
        </div>
      </Popover>
    </DialogTrigger>
  );
}
