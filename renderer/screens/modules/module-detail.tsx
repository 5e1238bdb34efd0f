import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Module, ModuleRow } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { useEditedCopy } from "../../hooks/use-edited-copy";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { useShortcut } from "../../hooks/use-shortcut";
import { Allowed } from "../../parts/allowed";
import { Editable } from "../../parts/editable";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { Notice } from "../../parts/notice";
import { PaneSection } from "../../parts/pane-section";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { ModuleConfigurationSection } from "./module-configuration";
import { ModuleConnection } from "./module-connection";
import { ModuleHead } from "./module-head";
import { ModuleLink } from "./module-link";
import { ModuleParameters } from "./module-parameters";
import { ModuleRoutes } from "./module-routes";
import { ModuleUse } from "./module-use";
import { readParameters, type ParametersDraft } from "./parameters-draft";
import { RemoveModule } from "./remove-module";

interface ModuleDetailProps {
  readonly module: ModuleRow;
}

/** One module: is its panel reachable, who uses it, what was read from it, where its tasks go, how it is signed in to. */
export function ModuleDetail({ module }: ModuleDetailProps) {
  const { t } = useTranslation();
  const hasPanel = module.type !== "manual";
  const configuration = useQuery("module.configuration", hasPanel ? { id: module.id } : null);
  const locations = configuration.value?.configuration.locations ?? [];
  const copy = useEditedCopy(`module ${module.id}`, module, parametersOf);
  const save = useCommand("module.save");
  const maySave = useRight("module.save");
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const reading = readParameters(copy.draft, locations.length);

  const submit = async (): Promise<void> => {
    setWasSubmitted(true);
    if (!reading.ok || !copy.isDirty || save.isRunning) return;
    const { id, isActive } = module;
    const result = await save.run({ id, revision: copy.revision, isActive, ...reading.parameters });
    if (!result.ok) return;
    setWasSubmitted(false);
    copy.revert();
  };
  useShortcut("submitForm", () => void submit(), maySave);

  return (
    <>
      <div className="pane">
        <ModuleHead module={module} />
        {hasPanel ? <ModuleLink module={module} /> : null}
        <ModuleUse module={module} />
        {hasPanel ? <ModuleConfigurationSection module={module} configuration={configuration} /> : null}
        <PaneSection title={t("modules.detail.parameters")}>
          {maySave ? null : <ReadOnlyNote />}
          {copy.isBehind ? (
            <Notice tone="waiting" title={t("modules.detail.behindTitle")}>
              {t("modules.detail.behindHint")}
              <div>
                <Button variant="default" mt={6} onClick={copy.revert}>
                  {t("modules.detail.loadSaved")}
                </Button>
              </div>
            </Notice>
          ) : null}
          <Editable by="module.save">
            <ModuleParameters
              hasPanel={hasPanel}
              draft={copy.draft}
              problems={wasSubmitted && !reading.ok ? reading.problems : {}}
              issues={issuesByField(save.fault)}
              locations={locations}
              onChange={copy.change}
            />
          </Editable>
          {isCoveredByFields(save.fault, Object.keys(copy.draft)) ? null : <FaultNotice fault={save.fault} />}
        </PaneSection>
        {hasPanel ? (
          <>
            <ModuleConnection module={module} />
            <Allowed to="module.check-routes">
              <ModuleRoutes module={module} />
            </Allowed>
          </>
        ) : null}
        <Allowed to="module.remove">
          <RemoveModule module={module} />
        </Allowed>
      </div>
      {maySave ? (
        <div className="pane-foot">
          <Button variant="default" disabled={!copy.isDirty || save.isRunning} onClick={copy.revert}>
            {t("modules.detail.revert")}
          </Button>
          <Button loading={save.isRunning} disabled={!copy.isDirty || copy.isBehind} onClick={() => void submit()}>
            {t("modules.detail.save")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const emptyParameters: ParametersDraft = {
  dataCentreId: null,
  locationId: null,
  name: "",
  departmentId: null,
  sort: 10,
};

function parametersOf(module: Module | null): ParametersDraft {
  if (!module) return emptyParameters;
  const { dataCentreId, locationId, name, departmentId, sort } = module;
  return { dataCentreId, locationId, name, departmentId, sort };
}
