import type { Console } from "../compose";
import type { Call } from "./practice-call";

/** Reads the servers of all panels, so that they are there when the practice begins. */
export async function readAllServers(call: Call, console: Console): Promise<void> {
  for (const { moduleId } of await call("mirror.list", {})) await call("mirror.refresh", { id: moduleId });
  const isReading = async () => (await call("mirror.list", {})).some(({ running }) => running !== null);
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      isReading().then((isUnderWay) => {
        if (isUnderWay) return;
        unsubscribe();
        resolve();
      }, reject);
    };
    const unsubscribe = console.subscribe((event) => {
      if (event.name === "records.changed" && event.changes.some(({ entity }) => entity === "mirror")) look();
    });
    look();
  });
}
