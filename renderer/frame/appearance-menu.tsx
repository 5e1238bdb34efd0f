import { Popover, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconContrast2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LanguageChoice } from "../parts/language-choice";
import { useConsole } from "../stores/console-store";

const themes = ["light", "dark", "system"] as const;
const contrasts = ["normal", "high", "system"] as const;
const densities = ["compact", "normal", "aisle"] as const;

/** Theme, contrast, density and language of this workstation. */
export function AppearanceMenu() {
  const { t } = useTranslation();
  const preferences = useConsole((state) => state.preferences);
  const changePreferences = useConsole((state) => state.changePreferences);
  return (
    <Popover position="top-end" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <button type="button" className="status-bar-item">
          <IconContrast2 size="1.15em" aria-hidden />
          {t("frame.appearance")}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          <Text fw={600}>{t("frame.theme")}</Text>
          <SegmentedControl
            aria-label={t("frame.theme")}
            value={preferences.theme}
            data={themes.map((value) => ({ value, label: t(`frame.${value}`) }))}
            onChange={(theme) => void changePreferences({ theme })}
          />
          <Text fw={600} mt={4}>
            {t("frame.contrast")}
          </Text>
          <SegmentedControl
            aria-label={t("frame.contrast")}
            value={preferences.contrast}
            data={contrasts.map((value) => ({ value, label: t(`frame.contrasts.${value}`) }))}
            onChange={(contrast) => void changePreferences({ contrast })}
          />
          <Text fw={600} mt={4}>
            {t("frame.density")}
          </Text>
          <SegmentedControl
            aria-label={t("frame.density")}
            value={preferences.density}
            data={densities.map((value) => ({ value, label: t(`frame.${value}`) }))}
            onChange={(density) => void changePreferences({ density })}
          />
          <Text size="xs" c="dimmed">
            {t("frame.aisleExplanation")}
          </Text>
          <Text fw={600} mt={4}>
            {t("frame.language")}
          </Text>
          <LanguageChoice />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
