import { contextBridge, ipcRenderer } from "electron";
import type { IpcRendererEvent } from "electron";
import { eventChannel, requestChannel } from "../main/contract/bridge";
import type { ConsoleEvent } from "../main/contract/events";

contextBridge.exposeInMainWorld("rackside", {
  call: (name: string, input: unknown): Promise<string> =>
    ipcRenderer.invoke(requestChannel, name, input) as Promise<string>,
  subscribe(listener: (event: ConsoleEvent) => void) {
    const forward = (_: IpcRendererEvent, event: ConsoleEvent): void => {
      listener(event);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => void ipcRenderer.removeListener(eventChannel, forward);
  },
});
