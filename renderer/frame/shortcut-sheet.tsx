import { Modal, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { commandGroups, commandTable } from "../commands";
import { useConsole } from "../stores/console-store";
import { KeyCaps } from "../parts/key-caps";

/** All shortcuts on one sheet. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isShortcutSheetOpen);
  const showShortcutSheet = useConsole((state) => state.showShortcutSheet);
  const shown = commandTable.filter((command) => command.keys !== undefined);
  return (
    <Modal
      opened={isOpen}
      size="xl"
      title={t("frame.shortcutSheet")}
      onClose={() => {
        showShortcutSheet(false);
      }}
    >
      <div className="shortcut-sheet">
        {commandGroups
          .filter((group) => shown.some((command) => command.group === group))
          .map((group) => (
            <section key={group}>
              <Title order={2} size="h2" mb={4}>
                {t(`frame.commands.${group}`)}
              </Title>
              {shown
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="shortcut-line">
                    <span>{t(`keyboard.${command.id}`)}</span>
                    <KeyCaps id={command.id} />
                  </div>
                ))}
            </section>
          ))}
      </div>
    </Modal>
  );
}
