import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { FormDraftState } from "../../parts/form-draft-notice";
import { WarningLine } from "../../parts/warning-line";
import type { TariffEditing } from "./use-tariff-editor";

interface TariffFootProps {
  readonly tariff: TariffRow | null;
  readonly editing: TariffEditing;
}

/** Saving, and what it does to the services that run on the tariff. */
export function TariffFoot({ tariff, editing: { copy, isRunning, submit } }: TariffFootProps) {
  const { t } = useTranslation();
  const makesVersion = tariff !== null && tariff.currentServices > 0 && copy.isDirty;
  const next = (tariff?.version ?? 0) + 1;
  return (
    <div className="pane-foot">
      {makesVersion ? (
        <div className="tariff-foot-note">
          <WarningLine tone="neutral">
            {t("tariffs.newVersion", { count: tariff.currentServices, version: tariff.version, next })}
          </WarningLine>
        </div>
      ) : null}
      <FormDraftState draft={copy.status} />
      <Button variant="default" disabled={!copy.isDirty || isRunning} onClick={copy.discard}>
        {t("tariffs.revert")}
      </Button>
      <Button
        loading={isRunning}
        disabled={tariff !== null && (!copy.isDirty || copy.isBehind)}
        onClick={() => void submit()}
      >
        {makesVersion
          ? t("tariffs.saveVersion", { version: next })
          : t(tariff === null ? "tariffs.create" : "tariffs.save")}
      </Button>
    </div>
  );
}
