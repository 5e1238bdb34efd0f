import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../main/adapters/log";
import { openTestConsole, prepareSale } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";
import { makeDirectory } from "../builders/profile-key";

test("a support bundle tells what helps, and names nobody", async () => {
  const directory = makeDirectory();
  const log = createLog({ directory });
  const console = await openTestConsole({ panels: createFakePanel(), directory, log, operator: "Vera" });
  onTestFinished(() => console.stop());
  const sale = await prepareSale(console, {
    url: "https://dci.hosting.example:1500",
    username: "dc@example.net",
    password: "s3cret",
  });
  await console.call("order.place", { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 });
  const cause = new Error("connect ECONNREFUSED 203.0.113.7:1500 for Client One at dci.hosting.example");
  log.error("call failed", { call: "module.refresh", reference: "abc12345", folder: directory, error: cause });

  const { name, text } = await console.call("support.bundle", {});

  expect(name).toMatch(/^rackside-support-[\dT-]+Z\.json$/u);
  const bundle = JSON.parse(text) as Record<string, unknown>;
  expect(bundle).toMatchObject({
    program: { version: "0.0.0", runtime: "test" },
    profile: { kind: "site", access: "signed-in", role: "administrator" },
    vault: { protection: "key-file", isOpen: true },
    store: { notice: null },
    records: { modules: [{ type: "dcimanager6-colocation", isActive: true }], customers: 1, services: 1 },
    links: [{ moduleId: sale.module.id }],
  });
  expect((bundle["log"] as string[]).at(-1)).toMatch(
    /"call":"module.refresh".*abc12345.*ECONNREFUSED address-1:1500 for customer-1 at host-\d/u,
  );
  for (const named of ["Client One", "c1@example.org", "dc@example.net", "hosting.example", "203.0.113.7", "dc-1"])
    expect(text).not.toContain(named);
  for (const named of ["Floor", "Riga-1", "Vera", "bench-1", directory, "s3cret"]) expect(text).not.toContain(named);
});
