import { Anchor } from "@mantine/core";
import { IconBolt, IconCircleX, IconUsers, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import type { Remark } from "../../../main/contract/shapes/tariff";
import { ToneBadge } from "../../parts/state-badge";
import type { Tone } from "../../parts/state-tone";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import type { TariffDraft } from "./tariff-draft";
import { verdictOf, type Verdict } from "./verdict";

interface TariffVerdictProps {
  readonly draft: TariffDraft;
  readonly modules: readonly ModuleRow[];
  /** Undefined while the check is on its way or cannot be asked. */
  readonly remarks: readonly Remark[] | undefined;
  readonly canBeChecked: boolean;
  readonly onShow: (path: string) => void;
}

const looks: Readonly<Record<Verdict, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  byThemselves: { tone: "done", icon: IconBolt },
  notNow: { tone: "waiting", icon: IconBolt },
  byPeople: { tone: "work", icon: IconUsers },
  mixed: { tone: "work", icon: IconUsers },
  stopped: { tone: "failed", icon: IconCircleX },
};

/** The answer to the editor's question: will orders on this tariff run by themselves, and what stands in the way. */
export function TariffVerdict({ draft, modules, remarks, canBeChecked, onShow }: TariffVerdictProps) {
  const { t } = useTranslation();
  if (remarks === undefined) {
    return <div className="quiet">{t(canBeChecked ? "tariffs.verdict.checking" : "tariffs.verdict.unchecked")}</div>;
  }
  const verdict = verdictOf(draft, modules, remarks);
  return (
    <div className="tariff-verdict" role="status">
      <div className="tariff-verdict-head">
        <ToneBadge look={looks[verdict]} word={t(`tariffs.verdict.${verdict}`)} />
        {verdict === "stopped" ? null : <span className="quiet">{t(`tariffs.verdict.${verdict}Hint`)}</span>}
      </div>
      {remarks.length > 0 || !draft.isActive ? (
        <ul className="tariff-verdict-list">
          {remarks.map((remark) => (
            <li key={`${remark.path} ${remark.message}`}>
              <WarningLine tone={remark.severity === "error" ? "failed" : "waiting"}>
                {phrase(remark.message)}{" "}
                {remark.path === "" ? null : (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => {
                      onShow(remark.path);
                    }}
                  >
                    {t("tariffs.verdict.show")}
                  </Anchor>
                )}
              </WarningLine>
            </li>
          ))}
          {draft.isActive ? null : (
            <li>
              <WarningLine tone="neutral">{t("tariffs.verdict.off")}</WarningLine>
            </li>
          )}
        </ul>
      ) : null}
    </div>
  );
}
