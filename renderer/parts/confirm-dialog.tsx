import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../main/contract/faults";
import { FaultNotice } from "./fault-notice";

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** Exactly what will happen, one line each: `Power off srv-b12-07`. */
  readonly consequences: readonly string[];
  /** Names the deed, never just OK. */
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly isRunning?: boolean;
  readonly fault?: Fault | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asked only for what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={props.isOpen} onClose={props.onCancel} title={props.title}>
      <Stack gap="sm">
        {props.consequences.length === 1 ? (
          <Text>{props.consequences[0]}</Text>
        ) : (
          <List size="sm" spacing={4}>
            {props.consequences.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        <FaultNotice fault={props.fault ?? null} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel} data-autofocus>
            {t("parts.cancel")}
          </Button>
          <Button
            loading={props.isRunning ?? false}
            onClick={props.onConfirm}
            {...(props.isDangerous ? { color: "red.9" } : {})}
          >
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
