import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnected, IconSchool, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";
import "./start-screen.css";

/** The first screen of a new profile: practise, or connect to a real panel. */
export function StartScreen() {
  const { t } = useTranslation();
  const opening = useCommand("profile.open");
  const { dismissStart, open } = useConsole.getState();
  return (
    <div className="start">
      <Stack gap="lg" maw={760} w="100%">
        <div>
          <Title order={1}>{t("start.title")}</Title>
          <Text c="dimmed" mt={4}>
            {t("start.intro")}
          </Text>
        </div>
        <div className="start-choices">
          <Choice icon={IconSchool} title={t("start.practiceTitle")} text={t("start.practiceText")}>
            <Button loading={opening.isRunning} onClick={() => void opening.run({ profile: "practice" })}>
              {t("start.practiceAction")}
            </Button>
          </Choice>
          <Choice icon={IconPlugConnected} title={t("start.connectTitle")} text={t("start.connectText")}>
            <Button
              variant="default"
              onClick={() => {
                dismissStart();
                open("modules", "new");
              }}
            >
              {t("start.connectAction")}
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

interface ChoiceProps {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
  readonly children: React.ReactNode;
}

function Choice({ icon: Icon, title, text, children }: ChoiceProps) {
  return (
    <section className="start-choice">
      <Icon size={28} stroke={1.4} color="var(--accent)" aria-hidden />
      <Title order={2} size="h2">
        {title}
      </Title>
      <Text c="dimmed" flex={1}>
        {text}
      </Text>
      {children}
    </section>
  );
}
