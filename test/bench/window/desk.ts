import { delay } from "../delay";
import { operator } from "../data/profile";
import { firstPaintedAt } from "./painted";
import type { Page } from "./page";
import { startProgram } from "./program";
import type { Launch, Program } from "./program";

const pageAddress = "app://rackside/";
const gateField = ".gate input, .gate button";
/** A row of the queue, in whichever way the list is built. */
export const queueRow = '.virtual-list [role="option"], .virtual-list [role="row"]';

export interface Desk {
  readonly program: Program;
  readonly page: Page;
  /** From the start of the process until somebody can sign in. */
  readonly untilGateMs: number;
  /** From the key that sends the PIN until the queue is drawn. */
  readonly untilQueueMs: number;
  stop(): Promise<void>;
}

/** Starts the console and signs in, as fast as a hand that does not hesitate. */
export async function openDesk(launch: Launch, root: string): Promise<Desk> {
  const program = await startProgram(launch, [`--profile-root=${root}`]);
  const page = await program.page(pageAddress);
  const gateAt = await firstPaintedAt(page, gateField);
  const sentAt = await signIn(page);
  const queueAt = await firstPaintedAt(page, queueRow);
  return {
    program,
    page,
    untilGateMs: gateAt - program.startedAt,
    untilQueueMs: queueAt - sentAt,
    async stop() {
      page.close();
      await program.stop();
    },
  };
}

/** Answers when the PIN was sent. */
async function signIn(page: Page): Promise<number> {
  await page.evaluate(`(async () => {
    const find = () => document.querySelector('.gate input');
    const tile = [...document.querySelectorAll('.gate button')].find((one) => one.textContent.includes(${JSON.stringify(operator.name)}));
    if (!find()) tile?.click();
    while (!find()) await new Promise((resolve) => setTimeout(resolve, 10));
    find().focus();
  })()`);
  await page.send("Input.insertText", { text: operator.pin });
  await delay(50);
  const sentAt = Date.now();
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...enter });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  return sentAt;
}
