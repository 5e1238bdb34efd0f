import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";

/** The way from the site to the practice site and back. */
export function OtherProfile() {
  const { t } = useTranslation();
  const isPractice = useConsole((state) => state.description?.profile === "practice");
  const opening = useCommand("profile.open");
  // The refusal names what waits; opening it nevertheless is on purpose.
  const isWarned = opening.fault?.kind === "not-allowed" && opening.fault.rule === "work-waiting";
  const profile = isPractice ? "site" : "practice";
  return (
    <>
      <FaultNotice fault={opening.fault} />
      <Button
        variant="subtle"
        px={0}
        loading={opening.isRunning}
        onClick={() => void opening.run({ profile, evenIfWaiting: isWarned })}
      >
        {t(isWarned ? "gate.openAnyway" : isPractice ? "gate.openSite" : "gate.openPractice")}
      </Button>
    </>
  );
}
