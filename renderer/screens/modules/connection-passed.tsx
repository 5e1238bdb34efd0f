import { useTranslation } from "react-i18next";
import { Notice } from "../../parts/notice";
import type { ConnectionReport } from "./wizard-state";

/** What the panel told when it let Rackside in. */
export function ConnectionPassed({ report }: { readonly report: ConnectionReport }) {
  const { t } = useTranslation();
  return (
    <Notice tone="done" title={t("modules.wizard.passed", { user: report.signedInAs })}>
      {t("modules.wizard.passedServers", { count: report.serverCount })}{" "}
      {report.locations.map((location) => location.name).join(", ")}
    </Notice>
  );
}
