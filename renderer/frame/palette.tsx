import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconChevronRight, IconSearch } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { availableShortcuts, runShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";
import { KeyCaps } from "../parts/key-caps";

/** Every action that means something right now, by name. */
export function Palette() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isPaletteOpen);
  const showPalette = useConsole((state) => state.showPalette);
  useEffect(() => {
    if (isOpen) spotlight.open();
  }, [isOpen]);

  const ids = isOpen ? availableShortcuts().filter((id) => id !== "openPalette") : [];
  return (
    <Spotlight
      shortcut={null}
      onSpotlightClose={() => {
        showPalette(false);
      }}
      nothingFound={t("frame.paletteEmpty")}
      highlightQuery
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      maxHeight={420}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: t("frame.palettePlaceholder") }}
      actions={ids.map((id) => ({
        id,
        label: t(`keyboard.${id}`),
        leftSection: <IconChevronRight size={16} aria-hidden />,
        rightSection: <KeyCaps id={id} />,
        onClick: () => {
          runShortcut(id);
        },
      }))}
    />
  );
}
