import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";

/** The program could not be asked at the start. */
export function NoAnswer() {
  const { t } = useTranslation();
  const fault = useConsole((state) => state.sessionFault);
  const loadSession = useConsole((state) => state.loadSession);
  return (
    <EmptyState icon={IconPlugConnectedX} title={t("frame.notReachable")} hint={fault?.message ?? ""}>
      <Button variant="default" onClick={() => void loadSession()}>
        {t("frame.tryAgain")}
      </Button>
    </EmptyState>
  );
}
