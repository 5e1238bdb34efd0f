import { describe, expect, it } from "vitest";
import { administratorOf, hostnameOf } from "../../main/domain/installation";

describe("the host name of a new system", () => {
  it.each([
    ["web-01.Example.org", "web-01.example.org"],
    [" build1 ", "build1"],
    ["", "c-17"],
    ["web server", "c-17"],
    ["-web", "c-17"],
    ["сервер", "c-17"],
    [`${"a".repeat(64)}.example.org`, "c-17"],
    ["free.ds", "c-17"],
  ])("for the label %j is %s", (label, hostname) => {
    expect(hostnameOf({ label, number: 17 })).toBe(hostname);
  });
});

describe("the account of a new system", () => {
  it("is Administrator on Windows and root elsewhere", () => {
    expect(["windows2022", "Windows Server 2019", "win2016"].map(administratorOf)).toEqual(
      Array(3).fill("Administrator"),
    );
    expect(["debian12", "Darwin-like"].map(administratorOf)).toEqual(["root", "root"]);
  });
});
