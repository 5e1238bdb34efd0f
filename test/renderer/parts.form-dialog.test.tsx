import { TextInput } from "@mantine/core";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DialogForm } from "../../renderer/parts/dialog-form";
import { FormDialog } from "../../renderer/parts/form-dialog";
import { show } from "./show";

afterEach(cleanup);

function Asking({ onSubmit }: { readonly onSubmit: () => void }) {
  const [isOpen, setIsOpen] = useState(true);
  const [name, setName] = useState("");
  return (
    <FormDialog
      opened={isOpen}
      title="New thing"
      onClose={() => {
        setIsOpen(false);
      }}
    >
      <DialogForm onSubmit={onSubmit}>
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </DialogForm>
    </FormDialog>
  );
}

const openDialog = (): (() => void) => {
  const submit = vi.fn();
  show(<Asking onSubmit={submit} />);
  return submit;
};
const field = () => screen.findByLabelText("Name");
const escape = async () => fireEvent.keyDown(await field(), { key: "Escape" });
const isGone = () =>
  waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });

describe("a dialog with a form", () => {
  test("begins in its first field, and Ctrl+Enter sends it from there", async () => {
    const submit = openDialog();
    await waitFor(async () => {
      expect(document.activeElement).toBe(await field());
    });
    fireEvent.keyDown(await field(), { key: "Enter", ctrlKey: true });
    expect(submit).toHaveBeenCalledTimes(1);
  });

  test("closes at once while nothing was typed", async () => {
    openDialog();
    await escape();
    await isGone();
  });

  test("asks before it drops what was typed, and goes back to the field with the next Escape", async () => {
    openDialog();
    (await field()).focus();
    fireEvent.change(await field(), { target: { value: "half a name" } });
    await escape();
    expect(screen.getByRole("alert").textContent).toContain("Leave without keeping what was typed?");
    await escape();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.activeElement).toBe(await field());
    expect(await screen.findByDisplayValue("half a name")).toBeTruthy();

    await escape();
    fireEvent.click(screen.getByRole("button", { name: "Leave it" }));
    await isGone();
  });
});
