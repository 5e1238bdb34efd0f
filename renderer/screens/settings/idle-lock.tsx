import { Button, Group, NumberInput, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { ReadOnlyNote } from "../../parts/read-only-note";

/** Offered when locking is switched on again. */
const usualMinutes = 10;

/** After how many idle minutes the consoles of the site lock. */
export function IdleLock({ settings }: { readonly settings: SiteSettings }) {
  const { t } = useTranslation();
  const maySet = useRight("site-settings.set");
  const { lockAfterMinutes } = settings;
  if (maySet) return <IdleLockForm stored={lockAfterMinutes} />;
  return (
    <>
      <Text>
        {lockAfterMinutes === null ? t("settings.lock.never") : t("settings.lock.after", { count: lockAfterMinutes })}
      </Text>
      <ReadOnlyNote />
    </>
  );
}

function IdleLockForm({ stored }: { readonly stored: number | null }) {
  const { t } = useTranslation();
  const save = useCommand("site-settings.set");
  const [isOn, setIsOn] = useState(stored !== null);
  const [minutes, setMinutes] = useState<string | number>(stored ?? usualMinutes);
  const wanted = isOn ? Number(minutes) : null;
  return (
    <form
      className="idle-lock"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ lockAfterMinutes: wanted });
      }}
    >
      <Text c="dimmed">{t("settings.lock.hint")}</Text>
      <Switch
        label={t("settings.lock.isOn")}
        checked={isOn}
        onChange={(event) => {
          setIsOn(event.currentTarget.checked);
        }}
      />
      {isOn ? (
        <NumberInput
          label={t("settings.lock.minutes")}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          min={1}
          max={480}
          value={minutes}
          error={issuesByField(save.fault)["lockAfterMinutes"] ?? null}
          onChange={setMinutes}
        />
      ) : null}
      {isCoveredByFields(save.fault, isOn ? ["lockAfterMinutes"] : []) ? null : <FaultNotice fault={save.fault} />}
      <Group>
        <Button type="submit" variant="default" loading={save.isRunning} disabled={wanted === stored}>
          {t("settings.lock.save")}
        </Button>
      </Group>
    </form>
  );
}
