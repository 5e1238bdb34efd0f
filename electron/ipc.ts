import { ipcMain } from "electron";
import type { BrowserWindow, IpcMainInvokeEvent } from "electron";
import { eventChannel, requestChannel } from "../main/contract/bridge";
import type { ConsoleEvent } from "../main/contract/events";
import type { Result } from "../main/contract/faults";
import type { Log, MakeId } from "../main/ports/host";
import type { ProfileDesk } from "./profile-desk";
import { isTrustedSender } from "./sender";

interface IpcParts {
  readonly window: BrowserWindow;
  readonly desk: ProfileDesk;
  readonly log: Log;
  readonly makeId: MakeId;
}

/** Tells the page something that the shell itself has to say. */
export type TellPage = (event: ConsoleEvent) => void;

/** Connects the window to the program: one channel for questions, one for events. Answers a way to tell the page. */
export function connectWindow({ window, desk, log, makeId }: IpcParts): TellPage {
  async function answer(event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> {
    const frame = event.senderFrame;
    if (!isTrustedSender({ isOurWindow: event.sender === window.webContents, frame })) {
      log.warn("sender refused", { url: frame?.url, call: name });
      return { ok: false, fault: { kind: "not-allowed", rule: "sender", message: "Only Rackside's own page may ask" } };
    }
    try {
      return await desk.dispatch(String(name), input);
    } catch (error) {
      const reference = makeId().slice(-8);
      log.error("call failed", { call: name, reference, error });
      const message = `Rackside could not open its profile. The log has it under ${reference}`;
      return { ok: false, fault: { kind: "internal", message, reference } };
    }
  }
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown) =>
    JSON.stringify(await answer(event, name, input)),
  );
  const tell: TellPage = (event) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
  };
  const unsubscribe = desk.subscribe(tell);
  window.on("closed", unsubscribe);
  return tell;
}
