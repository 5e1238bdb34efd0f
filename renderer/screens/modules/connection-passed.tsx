import { Alert } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ConnectionReport } from "./wizard-state";

/** What the panel told when it let Rackside in. */
export function ConnectionPassed({ report }: { readonly report: ConnectionReport }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="green"
      variant="light"
      p="sm"
      role="status"
      icon={<IconCircleCheck aria-hidden />}
      title={t("modules.wizard.passed", { user: report.signedInAs })}
    >
      {t("modules.wizard.passedServers", { count: report.serverCount })}{" "}
      {report.locations.map((location) => location.name).join(", ")}
    </Alert>
  );
}
