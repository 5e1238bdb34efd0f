import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useFormHistory } from "../../renderer/hooks/use-form-history";
import { availableCommands, useKeyboard } from "../../renderer/hooks/use-shortcut";
import { installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const empty = { rack: "", label: "" };

function Form() {
  useKeyboard();
  const [saved, setSaved] = useState(empty);
  const [typed, setTyped] = useState<typeof empty | null>(null);
  const values = typed ?? saved;
  useFormHistory({ values, isTouched: typed !== null, apply: setTyped });
  const field = (name: keyof typeof empty) => (
    <input
      aria-label={name}
      value={values[name]}
      onChange={(event) => {
        setTyped({ ...values, [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <>
      {field("rack")}
      {field("label")}
      <input type="search" aria-label="search" />
      <button
        onClick={() => {
          setSaved({ rack: "from the panel", label: "" });
        }}
      >
        follow
      </button>
    </>
  );
}

function valueOf(name: string): string {
  return screen.getByLabelText<HTMLInputElement>(name).value;
}
function type(name: string, value: string): void {
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
}
const undo = () => fireEvent.keyDown(screen.getByLabelText("rack"), { key: "z", ctrlKey: true });
const redo = () => fireEvent.keyDown(screen.getByLabelText("rack"), { key: "Z", ctrlKey: true, shiftKey: true });

test("typing goes back field by field and forth again", () => {
  installFakeBridge({});
  show(<Form />);
  type("rack", "A");
  type("rack", "A1");
  type("label", "web");
  undo();
  expect([valueOf("rack"), valueOf("label")]).toEqual(["A1", ""]);
  undo();
  expect(valueOf("rack")).toBe("");
  undo();
  redo();
  redo();
  expect([valueOf("rack"), valueOf("label")]).toEqual(["A1", "web"]);
});

test("a pause in one field begins another step, and typing after going back forgets what was ahead", () => {
  vi.useFakeTimers();
  installFakeBridge({});
  show(<Form />);
  type("rack", "A");
  act(() => {
    vi.advanceTimersByTime(1_500);
  });
  type("rack", "A1");
  undo();
  expect(valueOf("rack")).toBe("A");
  type("label", "web");
  redo();
  expect([valueOf("rack"), valueOf("label")]).toEqual(["A", "web"]);
});

test("a record that changes while nothing was entered is no step of its own", () => {
  installFakeBridge({});
  show(<Form />);
  fireEvent.click(screen.getByText("follow"));
  undo();
  expect(valueOf("rack")).toBe("from the panel");
  expect(availableCommands()).toEqual(["undo", "redo"]);
});

test("in a search field the keys belong to what is typed there", () => {
  installFakeBridge({});
  show(<Form />);
  type("rack", "A1");
  // True: nobody took the press over, so that the browser takes the letters back.
  expect(fireEvent.keyDown(screen.getByLabelText("search"), { key: "z", ctrlKey: true })).toBe(true);
  expect(valueOf("rack")).toBe("A1");
  undo();
  expect(valueOf("rack")).toBe("");
});
