import type { TestConsole } from "./console";
import type { FakeClock } from "./fake-clock";

/** Moves the clock step by step until nothing can go out any more, or `isEnough` says so. */
export async function settled(
  console: TestConsole,
  clock: FakeClock,
  isEnough?: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let round = 0; round < 2_000; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (isEnough && (await isEnough())) return;
    const { rows } = await console.call("action.list", { state: "unfinished" });
    const links = await console.call("link.list", {});
    const blocked = new Set(rows.filter((row) => row.state === "needs-attention").map((row) => row.lane));
    const canMove = rows.some(
      (row) => !blocked.has(row.lane) && links.some((link) => link.moduleId === row.moduleId && link.state !== "off"),
    );
    if (!isEnough && !canMove) return;
    clock.step();
  }
  throw new Error("The console did not settle");
}
