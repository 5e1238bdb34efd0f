import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Department } from "../../main/contract/shapes/directory";
import { DepartmentsSection } from "../../renderer/screens/settings/departments-section";
import { done, installFakeBridge } from "./fake-bridge";
import { buildOperator } from "./records";
import { show } from "./show";

afterEach(cleanup);

function showDepartments(members: readonly string[]) {
  const floor: Department = { id: "floor", revision: 2, name: "Riga floor", members: [...members] };
  const bridge = installFakeBridge({
    "department.list": () => done([floor]),
    "department.save": ({ name, members: saved = [] }) => done({ ...floor, name, revision: 3, members: saved }),
    "operator.list": () => done([buildOperator({ id: "operator-anna", name: "Anna" }), buildOperator()]),
  });
  show(<DepartmentsSection />);
  return bridge;
}

describe("the departments", () => {
  test("say that one without members is everybody's", async () => {
    showDepartments([]);
    expect(await screen.findByPlaceholderText("Everybody. Add an operator to limit it")).toBeTruthy();
  });

  test("take a member by name and keep the others", async () => {
    const bridge = showDepartments(["Anna"]);
    const field = await screen.findByRole("combobox", { name: "Members of Riga floor" });
    fireEvent.click(field);
    fireEvent.click(await screen.findByRole("option", { name: "Olga" }));
    await waitFor(() => {
      expect(bridge.inputsOf("department.save")).toEqual([
        { id: "floor", revision: 2, name: "Riga floor", members: ["Anna", "Olga"] },
      ]);
    });
  });

  test("keep their members when they are renamed", async () => {
    const bridge = showDepartments(["Anna"]);
    fireEvent.click(await screen.findByRole("button", { name: "Rename Riga floor" }));
    fireEvent.change(screen.getByLabelText("Name of Riga floor"), { target: { value: "Riga hall" } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(bridge.inputsOf("department.save")).toMatchObject([{ name: "Riga hall", members: ["Anna"] }]);
    });
  });
});
