import { describe, expect, test } from "vitest";
import { findMarkup } from "./markup";
import { readSources } from "./sources";

test("no text becomes markup or code in the window", () => {
  expect(readSources().flatMap(findMarkup)).toEqual([]);
});

describe("a way from text to markup is found when a part", () => {
  test.each([
    ["sets markup through React", "export const A = () => <p dangerouslySetInnerHTML={{ __html: note }} />;"],
    ["spreads it", "export const props = { dangerouslySetInnerHTML: { __html: note } };"],
    ["writes markup into an element", "element.innerHTML = note;"],
    ["does so by the name in quotes", 'element["outerHTML"] = note;'],
    ["puts markup beside an element", 'element.insertAdjacentHTML("beforeend", note);'],
    ["fills a frame", "export const A = () => <iframe srcDoc={note} />;"],
    ["makes code of it", "new Function(note)();"],
  ])("%s", (_, text) => {
    expect(findMarkup({ path: "renderer/parts/a.tsx", text })).toHaveLength(1);
  });

  test("and none in text that only names one", () => {
    const text = 'export const A = ({ act }: { act: Function }) => <p title="innerHTML">{act.length}</p>;';
    expect(findMarkup({ path: "renderer/parts/a.tsx", text })).toEqual([]);
  });
});
