import { describe, expect, test } from "vitest";
import {
  addElement,
  changeElement,
  duplicateElement,
  elementOf,
  guidesBeside,
  moveBox,
  removeElement,
  resizeBox,
  type Draft,
} from "../../renderer/screens/label-templates/template-edit";

const blank: Draft = { name: "Server", kind: "server", width: 62, height: 29, elements: [] };

function withText(): { draft: Draft; id: string } {
  return addElement(blank, "text");
}

describe("a template under the pointer", () => {
  test("gets new elements in its middle, each with an id of its own", () => {
    const first = withText();
    const second = addElement(first.draft, "code");
    expect(second.id).not.toBe(first.id);
    const code = elementOf(second.draft, second.id);
    expect(code).toMatchObject({ type: "code", content: "{id}" });
    expect((code?.x ?? 0) + (code?.width ?? 0) / 2).toBeCloseTo(31, 1);
  });

  test("never gives an id twice, whatever was removed", () => {
    const first = withText();
    const second = addElement(first.draft, "line");
    const third = addElement(removeElement(second.draft, first.id), "frame");
    expect(new Set(third.draft.elements.map(({ id }) => id)).size).toBe(2);
  });

  test("moves on the grid, and exactly where nothing draws", () => {
    const box = { x: 10, y: 10, width: 20, height: 5 };
    const guides = { vertical: [], horizontal: [] };
    expect(moveBox(box, { x: 1.26, y: 0.2 }, guides)).toMatchObject({ x: 11.5, y: 10 });
    expect(moveBox(box, { x: 1.26, y: 0.2 }, null)).toMatchObject({ x: 11.26, y: 10.2 });
  });

  test("draws edges and middles to those of others", () => {
    const { draft, id } = withText();
    const placed = changeElement(draft, id, { x: 3.3, y: 4, width: 20, height: 5 });
    const { draft: both, id: other } = duplicateElement(placed, id);
    const moved = moveBox({ x: 10, y: 15, width: 8, height: 5 }, { x: -6.5, y: 0 }, guidesBeside(both, other));
    expect(moved.x).toBe(3.3);
  });

  test("keeps the opposite edge where one is pulled, and a size that can be seen", () => {
    const box = { x: 10, y: 10, width: 20, height: 5 };
    expect(resizeBox(box, "w", { x: 4, y: 0 }, null)).toEqual({ x: 14, y: 10, width: 16, height: 5 });
    expect(resizeBox(box, "w", { x: 40, y: 0 }, null)).toEqual({ x: 29, y: 10, width: 1, height: 5 });
    expect(resizeBox(box, "se", { x: -40, y: -40 }, null)).toEqual({ x: 10, y: 10, width: 1, height: 1 });
  });
});
