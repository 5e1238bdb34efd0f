import { afterEach, describe, expect, it } from "vitest";
import { failureFrom } from "../open-panel";
import { elem, startScriptedDsmanager, type Form, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(
  dialect: "dsmanager" | "dcimanager5",
  answer: (form: Form) => string | undefined,
): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, (form) => (form["func"] === "auth" ? undefined : answer(form)));
  return started;
}

const user = (id: number) => elem({ id: String(id), name: `c${String(id)}@example.org` });
const idsFrom = (first: number, count: number) => Array.from({ length: count }, (_, place) => first + place);

/** The page that is asked for, of so many users. */
function page({ p_num: number = "1", p_cnt: count = "500" }: Form, ids: readonly number[], total: string): string {
  const from = (Number(number) - 1) * Number(count);
  return (
    ids
      .slice(from, from + Number(count))
      .map(user)
      .join("") + total
  );
}

describe("a list of generation 4", () => {
  it("is taken whole, without paging", async () => {
    const { gateway, forms } = await start("dsmanager", () => idsFrom(1, 1_200).map(user).join(""));
    expect(await gateway.listUsers()).toHaveLength(1_200);
    expect(forms()).toHaveLength(1);
    expect(forms()[0]).not.toHaveProperty("p_num");
  });
});

describe("a list of generation 5", () => {
  it.each([
    ["with a count", "<p_elems>1200</p_elems>", 3],
    ["without a count", "", 3],
  ])("is read page by page %s", async (_, total, calls) => {
    const { gateway, forms } = await start("dcimanager5", (form) => page(form, idsFrom(1, 1_200), total));
    expect((await gateway.listUsers()).map(({ userId }) => userId)).toEqual(idsFrom(1, 1_200));
    expect(forms().map(({ p_num: number }) => number)).toEqual(["1", "2", "3"]);
    expect(forms()).toHaveLength(calls);
  });

  it("is read to its end from a panel that gives shorter pages than asked for", async () => {
    const total = "<p_elems>1200</p_elems>";
    const { gateway } = await start("dcimanager5", (form) => page({ ...form, p_cnt: "100" }, idsFrom(1, 1_200), total));
    expect(await gateway.listUsers()).toHaveLength(1_200);
  });

  it("is not trimmed by a filter that the account has left set", async () => {
    let isFiltered = true;
    const { gateway, forms } = await start("dcimanager5", ({ func, sok, clear }) => {
      if (func === "user.filter" && sok === "ok" && clear === "on") {
        isFiltered = false;
        return "<ok/>";
      }
      return isFiltered
        ? `${user(1)}<filter>on</filter><p_elems>1</p_elems>`
        : `${user(1)}${user(2)}<p_elems>2</p_elems>`;
    });
    expect(await gateway.listUsers()).toHaveLength(2);
    expect(forms().map(({ func }) => func)).toEqual(["user", "user.filter", "user"]);
  });

  it("that stays filtered is not shown as if it were whole", async () => {
    const { gateway, forms } = await start("dcimanager5", ({ func }) =>
      func === "user" ? `${user(1)}<filter>on</filter><p_elems>1</p_elems>` : "<ok/>",
    );
    const failure = await failureFrom(gateway.listUsers());
    expect(failure.kind).toBe("malformed");
    expect(failure.message).toContain("filter");
    expect(forms()).toHaveLength(3);
  });

  it("is read again when a row slides from one page to the next", async () => {
    let readings = 0;
    const { gateway } = await start("dcimanager5", (form) => {
      if (form["p_num"] === "1") readings += 1;
      const isSlipping = readings === 1 && form["p_num"] === "2";
      // A new first row pushes row 500 onto the second page, and row 600 off the counted end.
      return page(form, isSlipping ? [0, ...idsFrom(1, 599)] : idsFrom(1, 600), "<p_elems>600</p_elems>");
    });
    expect((await gateway.listUsers()).map(({ userId }) => userId)).toEqual(idsFrom(1, 600));
    expect(readings).toBe(2);
  });

  it("that knows neither pages nor a count is taken as it comes", async () => {
    const { gateway, forms } = await start("dcimanager5", () => idsFrom(1, 700).map(user).join(""));
    expect(await gateway.listUsers()).toHaveLength(700);
    expect(forms()).toHaveLength(2);
  });

  it("that never holds still is given up", async () => {
    const { gateway, forms } = await start("dcimanager5", () => `${user(1)}<p_elems>3</p_elems>`);
    expect((await failureFrom(gateway.listUsers())).kind).toBe("malformed");
    expect(forms().length).toBeLessThan(20);
  });

  it("counts headings as rows and leaves them out", async () => {
    const rows =
      elem({ id: "1", ip: "198.51.100.0/24", type: "group" }) + elem({ id: "1", ip: "198.51.100.4", family: "ipv4" });
    const { gateway, forms } = await start("dcimanager5", () => `${rows}<p_elems>2</p_elems>`);
    expect(await gateway.listAddresses(7)).toMatchObject([{ addressId: 1, address: "198.51.100.4" }]);
    expect(forms()).toHaveLength(1);
  });
});
