import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button";
import { offerFile } from "../../parts/offer-file";
import { WarningLine } from "../../parts/warning-line";

interface TokenTextProps {
  readonly text: string;
  readonly onDone: () => void;
}

/** The text of a new token, to take along now. */
export function TokenText({ text, onDone }: TokenTextProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <WarningLine>{t("settings.scripts.once")}</WarningLine>
      <div className="token-text mono">{text}</div>
      <Group gap="xs">
        <CopyButton text={text} />
        <Button
          variant="default"
          leftSection={<IconDownload size="1.1em" aria-hidden />}
          onClick={() => {
            offerFile("rackside-token.txt", "text/plain", [`${text}\n`]);
          }}
        >
          {t("parts.recovery.save")}
        </Button>
      </Group>
      <Text c="dimmed">
        {t("settings.scripts.usage")}
        <br />
        <span className="mono">rackside call task.list --token-file rackside-token.txt</span>
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t("settings.scripts.taken")}</Button>
      </Group>
    </Stack>
  );
}
