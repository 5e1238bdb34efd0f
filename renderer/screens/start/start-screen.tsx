import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnected, IconSchool } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";
import { Choice } from "./choice";
import "./start-screen.css";

/** The first screen of a site without a panel: connect one, or practise meanwhile. */
export function StartScreen() {
  const { t } = useTranslation();
  const opening = useCommand("profile.open");
  const mayConnect = useRight("module.add");
  const { dismissStart, open } = useConsole.getState();
  return (
    <div className="start">
      <Stack gap="lg" maw={760} w="100%">
        <div>
          <Title order={1}>{t("start.title")}</Title>
          <Text c="dimmed" mt={4}>
            {t(mayConnect ? "start.intro" : "start.introOfOthers")}
          </Text>
        </div>
        <div className="start-choices">
          {mayConnect ? (
            <Choice icon={IconPlugConnected} title={t("start.connectTitle")} text={t("start.connectText")}>
              <Button
                onClick={() => {
                  dismissStart();
                  open("modules", "new");
                }}
              >
                {t("start.connectAction")}
              </Button>
            </Choice>
          ) : null}
          <Choice icon={IconSchool} title={t("start.practiceTitle")} text={t("start.practiceText")}>
            <Button
              variant="default"
              loading={opening.isRunning}
              onClick={() => void opening.run({ profile: "practice" })}
            >
              {t("start.practiceAction")}
            </Button>
          </Choice>
        </div>
        {opening.isRunning ? <Text c="dimmed">{t("start.practiceOpening")}</Text> : null}
        <FaultNotice fault={opening.fault} />
        <Anchor component="button" type="button" size="sm" ta="start" onClick={dismissStart}>
          {t("start.later")}
        </Anchor>
      </Stack>
    </div>
  );
}
