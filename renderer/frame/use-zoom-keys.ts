import { useEffect } from "react";
import { createKeyReader } from "../keyboard";
import { lookCommands } from "./look-commands";

/** The size of the window can be changed everywhere, also before anybody has signed in: who cannot read the gate cannot pass it. */
export function useZoomKeys(): void {
  useEffect(() => {
    const read = createKeyReader();
    const { zoomIn, zoomOut, zoomReset } = lookCommands();
    const zooms: Partial<Record<string, () => void>> = { zoomIn, zoomOut, zoomReset };
    const listen = (event: KeyboardEvent): void => {
      const zoom = event.defaultPrevented ? undefined : zooms[read(event) ?? ""];
      if (zoom === undefined) return;
      event.preventDefault();
      zoom();
    };
    window.addEventListener("keydown", listen);
    return () => {
      window.removeEventListener("keydown", listen);
    };
  }, []);
}
