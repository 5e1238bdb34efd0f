import { Stack } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";

interface DialogFormProps {
  readonly onSubmit: () => Promise<void> | void;
  readonly children: ReactNode;
}

const autofocused = "[data-autofocus]:is(input, textarea, button)";
const typedInto = ":is(input:not([type=radio]), input:checked, textarea):not(:disabled)";

/** The fields and buttons of a dialog, one below the other; Enter in a field submits, in one of several lines with Ctrl. */
export function DialogForm({ onSubmit, children }: DialogFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A dialog gives the focus to what is marked so, otherwise to its cross: the first field is what people come for.
    if (form.current?.querySelector(autofocused) === null)
      form.current.querySelector(typedInto)?.setAttribute("data-autofocus", "");
  }, []);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !event.ctrlKey) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <Stack gap="sm">{children}</Stack>
    </form>
  );
}
