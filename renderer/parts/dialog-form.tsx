import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

interface DialogFormProps {
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

/** The fields and buttons of a dialog, one below the other; Enter in a field submits. */
export function DialogForm({ onSubmit, children }: DialogFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <Stack gap="sm">{children}</Stack>
    </form>
  );
}
