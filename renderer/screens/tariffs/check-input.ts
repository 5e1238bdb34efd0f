import type { CallInput } from "../../../main/contract/calls";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { tariffContentOf, tariffDraftOf } from "./tariff-draft";

/** The question of `tariff.check` about a tariff as it is saved: the same, and so answered once, as the editor's about an untouched draft. */
export function checkInputOf(tariff: TariffRow): CallInput<"tariff.check"> {
  return { id: tariff.id, content: tariffContentOf(tariffDraftOf(tariff)) };
}
