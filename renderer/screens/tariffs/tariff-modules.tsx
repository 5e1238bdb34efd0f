import { Checkbox, Input } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { WarningLine } from "../../parts/warning-line";
import type { FieldMessages } from "./field-messages";
import { FieldWarnings } from "./field-warnings";
import type { TariffDraft } from "./tariff-draft";

interface TariffModulesProps {
  readonly draft: TariffDraft;
  readonly modules: readonly ModuleRow[];
  readonly messages: FieldMessages;
  readonly onChange: (moduleIds: string[]) => void;
}

/** Which modules serve the tariff, by their sort. Those of the other product type are shown, so that nobody looks for them in vain. */
export function TariffModules({ draft, modules, messages, onChange }: TariffModulesProps) {
  const { t } = useTranslation();
  const { moduleIds, productType } = draft;
  const bySort = [...modules].sort((left, right) => left.sort - right.sort || left.name.localeCompare(right.name));
  const own = bySort.filter((module) => module.productType === productType || moduleIds.includes(module.id));
  const others = bySort.filter((module) => !own.includes(module));
  const toggle = (id: string, isChosen: boolean): void => {
    const chosen = new Set(isChosen ? [...moduleIds, id] : moduleIds.filter((one) => one !== id));
    const known = bySort.map((module) => module.id).filter((one) => chosen.has(one));
    onChange([...known, ...[...chosen].filter((one) => !known.includes(one))]);
  };
  const checkbox = (module: ModuleRow, isDisabled: boolean) => {
    const place = moduleIds.indexOf(module.id);
    return (
      <Checkbox
        key={module.id}
        size="xs"
        disabled={isDisabled}
        checked={place >= 0}
        error={messages.errorAt(`moduleIds.${String(place)}`)}
        label={
          <>
            {module.name}{" "}
            <span className={isDisabled ? undefined : "quiet"}>
              {t("tariffs.field.moduleFacts", { type: t(`tariffs.moduleType.${module.type}`), sort: module.sort })}
              {module.isActive ? "" : ` · ${t("tariffs.field.moduleOff")}`}
            </span>
          </>
        }
        onChange={(event) => {
          toggle(module.id, event.currentTarget.checked);
        }}
      />
    );
  };
  return (
    <Input.Wrapper
      role="group"
      data-field="moduleIds"
      label={t("tariffs.field.modules")}
      labelElement="div"
      description={t("tariffs.field.modulesHint")}
      error={messages.errorAt("moduleIds")}
    >
      <div className="tariff-modules">
        {own.map((module) => checkbox(module, false))}
        {others.length > 0 ? <div className="tariff-modules-note quiet">{t("tariffs.field.otherModules")}</div> : null}
        {others.map((module) => checkbox(module, true))}
        {modules.length === 0 ? <WarningLine>{t("tariffs.field.noModulesAtAll")}</WarningLine> : null}
        <FieldWarnings messages={messages.warningsAt("moduleIds")} />
      </div>
    </Input.Wrapper>
  );
}
