import { Button, Text } from "@mantine/core";
import { IconSchool, IconServerCog } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { Choice } from "../start/choice";
import { GateCard } from "./gate-card";

/** The first screen of all: practise, or set up a site. */
export function Welcome({ onSetUp }: { readonly onSetUp: () => void }) {
  const { t } = useTranslation();
  const opening = useCommand("profile.open");
  return (
    <GateCard title={t("gate.welcome.title")} intro={t("gate.welcome.intro")} isWide>
      <div className="start-choices">
        <Choice icon={IconSchool} title={t("gate.welcome.practiceTitle")} text={t("gate.welcome.practiceText")}>
          <Button loading={opening.isRunning} onClick={() => void opening.run({ profile: "practice" })}>
            {t("gate.welcome.practiceAction")}
          </Button>
        </Choice>
        <Choice icon={IconServerCog} title={t("gate.welcome.siteTitle")} text={t("gate.welcome.siteText")}>
          <Button variant="default" disabled={opening.isRunning} onClick={onSetUp}>
            {t("gate.welcome.siteAction")}
          </Button>
        </Choice>
      </div>
      {opening.isRunning ? <Text c="dimmed">{t("gate.welcome.practiceOpening")}</Text> : null}
      <FaultNotice fault={opening.fault} />
    </GateCard>
  );
}
