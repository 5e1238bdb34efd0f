import { Menu } from "@mantine/core";
import { IconArrowsExchange, IconLock, IconLogout, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyCaps } from "../parts/key-caps";
import { useConsole } from "../stores/console-store";

/** Who works here, with the ways to lock, to hand over and to leave. */
export function OperatorStatus() {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator ?? "");
  const role = useConsole((state) => state.description?.role ?? null);
  const { lock, switchOperator, signOut } = useConsole.getState();
  return (
    <>
      <Menu position="top-end" withArrow shadow="md">
        <Menu.Target>
          <button type="button" className="status-bar-item">
            <IconUser size="1.15em" aria-hidden />
            <span>{operator}</span>
            {role === null ? null : <span>· {t(`gate.role.${role}`)}</span>}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden />}
            rightSection={<KeyCaps id="lock" />}
            onClick={() => void lock()}
          >
            {t("frame.lock")}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => void switchOperator()}>
            {t("frame.switchOperator")}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {t("frame.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <button type="button" className="status-bar-item" title={t("keyboard.lock")} onClick={() => void lock()}>
        <IconLock size="1.15em" aria-hidden />
        {t("frame.lock")}
      </button>
    </>
  );
}
