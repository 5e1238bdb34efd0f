import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSettings } from "../../../main/contract/shapes/label";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { Editable } from "../../parts/editable";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { PaneSection } from "../../parts/pane-section";

/** What all labels of the site have in common. */
export function LabelSettingsForm() {
  const settings = useQuery("label-settings.get", {});
  return (
    <>
      <FaultNotice fault={settings.fault} onRetry={settings.reload} />
      {settings.value ? (
        <Editable by="label-settings.set">
          <SettingsFields key={JSON.stringify(settings.value)} saved={settings.value} />
        </Editable>
      ) : null}
    </>
  );
}

function SettingsFields({ saved }: { readonly saved: LabelSettings }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(saved);
  const save = useCommand("label-settings.set");
  const issues = issuesByField(save.fault);
  const isChanged = typed.prefix !== saved.prefix || typed.contact !== saved.contact;
  return (
    <PaneSection title={t("printers.section.common")}>
      <form
        className="printer-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save.run(typed);
        }}
      >
        <TextInput
          label={t("printers.field.prefix")}
          description={t("printers.prefixHint")}
          maxLength={8}
          classNames={{ input: "mono" }}
          value={typed.prefix}
          error={issues["prefix"]}
          onChange={(event) => {
            setTyped({ ...typed, prefix: event.currentTarget.value.toUpperCase() });
          }}
        />
        <TextInput
          label={t("printers.field.contact")}
          description={t("printers.contactHint")}
          maxLength={120}
          value={typed.contact}
          error={issues["contact"]}
          onChange={(event) => {
            setTyped({ ...typed, contact: event.currentTarget.value });
          }}
        />
        <Allowed to="label-settings.set">
          <Button type="submit" w="fit-content" variant="default" disabled={!isChanged} loading={save.isRunning}>
            {t("printers.save")}
          </Button>
        </Allowed>
      </form>
      {isCoveredByFields(save.fault, ["prefix", "contact"]) ? null : <FaultNotice fault={save.fault} />}
    </PaneSection>
  );
}
