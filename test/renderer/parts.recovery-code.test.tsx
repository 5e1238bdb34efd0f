import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { RecoveryCode } from "../../renderer/parts/recovery-code";
import { installFakeBridge } from "./fake-bridge";
import { show } from "./show";

const code = "A1B2-C3D4-E5F6-G7H8-J9K0-L1M2-N3P4";

afterEach(cleanup);

function showCode() {
  installFakeBridge({});
  const onKept = vi.fn();
  show(<RecoveryCode code={code} onKept={onKept} />);
  return onKept;
}

/** Goes on to the question and answers it with the group that `choose` takes by its number. */
function answer(choose: (number: number) => string | undefined): void {
  fireEvent.click(screen.getByRole("button", { name: "I have kept it" }));
  const field = screen.getByLabelText(/^Group \d of 7$/);
  const number = Number(/\d/.exec(field.closest("form")?.textContent.match(/Group \d/)?.[0] ?? "")?.[0]);
  fireEvent.change(field, { target: { value: choose(number) } });
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
}

const group = (number: number): string | undefined => code.split("-")[number - 1];

describe("the recovery code", () => {
  test("stands in groups of four", () => {
    showCode();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(code.split("-"));
  });

  test("is hidden while one of its groups is asked for, in the paper's text too", () => {
    showCode();
    fireEvent.click(screen.getByRole("button", { name: "I have kept it" }));
    expect(document.body.textContent).not.toContain(group(1));
  });

  test("is taken as kept when the group is right, however it is typed", () => {
    const onKept = showCode();
    answer((number) => ` ${group(number)?.toLowerCase() ?? ""} `);
    expect(onKept).toHaveBeenCalledOnce();
  });

  test("can be looked at again after a wrong group", () => {
    const onKept = showCode();
    answer((number) => group(number === 1 ? 2 : 1));
    expect(onKept).not.toHaveBeenCalled();
    expect(screen.getByText(/This is not group/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Show the code again" }));
    expect(screen.getAllByRole("listitem")).toHaveLength(7);
  });
});
