import { expect, test } from "vitest";
import type { Message } from "../../main/contract/shapes/message";
import { department, module, service, tariff, tariffVersion } from "./records";
import { siteStore } from "./temporary-store";

test("300 tariffs, 40 modules and 10,000 messages are listed within half a second while 10,000 services run", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, tariffs, services, messages }) => {
    for (let index = 2; index <= 40; index += 1) await modules.add({ ...module, id: `module-${String(index)}` });
    for (let index = 2; index <= 300; index += 1) {
      const other = { ...tariff, id: `tariff-${String(index)}`, version: 2, resources: moreResources() };
      await tariffs.add(other);
      for (const version of [1, 2]) await tariffs.putVersion(tariffVersion({ ...other, version }));
    }
    for (let number = 2; number <= 10_000; number += 1) {
      const tariffId = `tariff-${String((number % 299) + 2)}`;
      const moduleId = `module-${String((number % 40) + 1)}`;
      await services.add(service(number, { tariffId, tariffVersion: (number % 2) + 1, moduleId }));
      await messages.add(message(number));
    }
  });

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const answer = await work();
    expect(performance.now() - startedAt).toBeLessThan(500);
    return answer;
  }
  const tariffRows = await timed(() => store.read(({ tariffs }) => tariffs.listRows()));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  expect(tariffRows).toHaveLength(300);
  expect(sum(tariffRows.map((row) => row.currentServices + row.earlierServices))).toBe(10_000);
  const moduleRows = await timed(() => store.read(({ modules }) => modules.listRows()));
  expect(sum(moduleRows.map((row) => row.serviceCount))).toBe(10_000);
  const unread = await timed(() => store.read(({ messages }) => messages.countUnread("Anna")));
  expect(unread).toMatchObject([{ unread: 9_999 }]);
}, 120_000);

function moreResources() {
  return ["ip", "ipv6", "flat", "power", "port", "unit"].flatMap((name) =>
    tariff.resources.map((one) => ({ ...one, name })),
  );
}

function message(number: number): Message {
  const about = { departmentId: department.id, serviceId: `service-${String(number)}`, taskId: null, actionId: null };
  return { id: `message-${String(number)}`, at: number, ...about, subject: "Failed", reason: "Refused" };
}
