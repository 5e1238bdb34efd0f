import { describe, expect, test } from "vitest";
import { judgeFuses } from "../../scripts/security/fuses.mjs";
import { together, verdict } from "../../scripts/security/verdict.mjs";
import { judgeVersion } from "../../scripts/security/version.mjs";

const inOrder = {
  RunAsNode: "off",
  EnableNodeOptionsEnvironmentVariable: "off",
  EnableNodeCliInspectArguments: "off",
  EnableCookieEncryption: "on",
  EnableEmbeddedAsarIntegrityValidation: "on",
  OnlyLoadAppFromAsar: "on",
  GrantFileProtocolExtraPrivileges: "off",
};
const isHeld = (fuses) => judgeFuses(fuses).every(([, isSo]) => isSo);

describe("the fuses of a packed program", () => {
  test("pass as electron-builder.yml wants them", () => {
    expect(isHeld(inOrder)).toBe(true);
  });

  test.each(Object.keys(inOrder))("fail when %s is the other way round", (name) => {
    expect(isHeld({ ...inOrder, [name]: inOrder[name] === "on" ? "off" : "on" })).toBe(false);
  });

  test("may lack only the one that older runtimes do not have", () => {
    expect(isHeld({ ...inOrder, GrantFileProtocolExtraPrivileges: "missing" })).toBe(true);
    expect(isHeld({ ...inOrder, RunAsNode: "missing" })).toBe(false);
  });
});

describe("the Electron that is shipped", () => {
  const judge = (pinned) => judgeVersion({ pinned, newest: "45.4.1", source: "newest", running: "25.1.1" });

  test("is current in the newest major", () => {
    expect(judge("45.0.0").isPassed).toBe(true);
  });

  test("is not current in an older one", () => {
    expect(judge("44.9.9")).toEqual({ isPassed: false, observed: "not so: package.json pins 44.9.9; newest: 45.4.1" });
  });
});

test("a verdict tells only what is not so, wherever it was observed", () => {
  const held = verdict(["the first", true]);
  const broken = verdict(["the second", true], ["the third", false]);

  expect(held).toEqual({ isPassed: true, observed: "the first" });
  expect(together(held, broken)).toEqual({ isPassed: false, observed: "not so: the third" });
});
