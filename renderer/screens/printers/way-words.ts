import type { TFunction } from "i18next";
import type { PrinterWay } from "../../../main/contract/shapes/printer";

/** How a printer is reached, in words. */
export function wayWords(t: TFunction, way: PrinterWay): string {
  switch (way.type) {
    case "network":
      return `${way.host}:${String(way.port)}`;
    case "ipp":
      return way.address;
    case "queue":
      return t("printers.queueNamed", { name: way.name });
    case "file":
    case "system-dialog":
      return t(`printers.ways.${way.type}`);
  }
}
