import { SegmentedControl, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FactTable } from "../../parts/fact-table";
import { LanguageChoice } from "../../parts/language-choice";
import { useConsole } from "../../stores/console-store";

const themes = ["light", "dark", "system"] as const;
const contrasts = ["normal", "high", "system"] as const;
const densities = ["compact", "normal", "aisle"] as const;

/** Theme, contrast, density and language of this workstation. */
export function LookSection() {
  const { t } = useTranslation();
  const preferences = useConsole((state) => state.preferences);
  const changePreferences = useConsole((state) => state.changePreferences);
  return (
    <div className="settings-narrow">
      <Text c="dimmed">{t("settings.look.hint")}</Text>
      <FactTable
        facts={[
          {
            label: t("frame.theme"),
            value: (
              <SegmentedControl
                aria-label={t("frame.theme")}
                value={preferences.theme}
                data={themes.map((value) => ({ value, label: t(`frame.${value}`) }))}
                onChange={(theme) => void changePreferences({ theme })}
              />
            ),
          },
          {
            label: t("frame.contrast"),
            value: (
              <SegmentedControl
                aria-label={t("frame.contrast")}
                value={preferences.contrast}
                data={contrasts.map((value) => ({ value, label: t(`frame.contrasts.${value}`) }))}
                onChange={(contrast) => void changePreferences({ contrast })}
              />
            ),
          },
          {
            label: t("frame.density"),
            value: (
              <>
                <SegmentedControl
                  aria-label={t("frame.density")}
                  value={preferences.density}
                  data={densities.map((value) => ({ value, label: t(`frame.${value}`) }))}
                  onChange={(density) => void changePreferences({ density })}
                />
                <Text c="dimmed" size="xs">
                  {t("frame.aisleExplanation")}
                </Text>
              </>
            ),
          },
          { label: t("frame.language"), value: <LanguageChoice /> },
        ]}
      />
    </div>
  );
}
