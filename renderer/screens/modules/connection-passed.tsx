import { useTranslation } from "react-i18next";
import { Notice } from "../../parts/notice";
import type { ConnectionReport } from "./wizard-state";

/** What the panel told when it let Rackside in. */
export function ConnectionPassed({ report }: { readonly report: ConnectionReport }) {
  const { t } = useTranslation();
  const presets = report.presets.filter((preset) => preset.ownerless > 0);
  return (
    <Notice tone="done" title={t("modules.wizard.passed", { user: report.signedInAs })}>
      {t("modules.wizard.passedServers", { count: report.serverCount })}{" "}
      {report.locations.map((location) => location.name).join(", ")}
      {presets.map(({ name, free, total }) => (
        <div key={name}>{t("modules.preset.line", { name, free, total })}</div>
      ))}
    </Notice>
  );
}
