import { Modal, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { shortcuts } from "../keyboard";
import { useConsole } from "../stores/console-store";
import { KeyCaps } from "../parts/key-caps";

const groups = ["everywhere", "list", "task"] as const;

/** All shortcuts on one sheet. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const isOpen = useConsole((state) => state.isShortcutSheetOpen);
  const showShortcutSheet = useConsole((state) => state.showShortcutSheet);
  return (
    <Modal
      opened={isOpen}
      size="lg"
      title={t("frame.shortcutSheet")}
      onClose={() => {
        showShortcutSheet(false);
      }}
    >
      <div className="shortcut-sheet">
        {groups.map((group) => (
          <section key={group}>
            <Title order={2} size="h2" mb={4}>
              {t(`frame.${group}`)}
            </Title>
            {shortcuts
              .filter((one) => one.group === group)
              .map((one) => (
                <div key={one.id} className="shortcut-line">
                  <span>{t(`keyboard.${one.id}`)}</span>
                  <KeyCaps id={one.id} />
                </div>
              ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
