import { ActionIcon, Tooltip } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";

interface IconActionProps {
  readonly icon: TablerIcon;
  /** Read out, and shown on hover. */
  readonly label: string;
  readonly onClick: () => void;
}

/** A small button that is only an icon. */
export function IconAction({ icon: Icon, label, onClick }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <Icon size="1.1em" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
