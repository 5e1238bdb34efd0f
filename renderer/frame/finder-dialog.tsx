import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface FinderDialogProps {
  readonly isOpen: boolean;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a finder stands in: near the top, over everything, with nothing above its field. */
export function FinderDialog({ isOpen, label, onClose, children }: FinderDialogProps) {
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      yOffset="10vh"
      size={640}
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={label}>{children}</Modal.Content>
    </Modal.Root>
  );
}
