import type { CallInput } from "../../../main/contract/calls";
import type { Service } from "../../../main/contract/shapes/service";

/** What was entered for a change of configuration; what is not named stays as it is. */
export interface ChangeDraft {
  readonly amounts: Readonly<Record<string, number | string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly toCurrentTariff: boolean;
  readonly note: string;
}

export const emptyChange: ChangeDraft = { amounts: {}, choices: {}, toCurrentTariff: false, note: "" };

/** The change to ask about and to send; null while it would change nothing. */
export function changeOf(
  { id, amounts, choices }: Pick<Service, "id" | "amounts" | "choices">,
  draft: ChangeDraft,
): CallInput<"service.check-change"> | null {
  const changedAmounts = Object.entries(draft.amounts).flatMap(([name, typed]) => {
    const amount = typed === "" ? Number.NaN : Number(typed);
    return Number.isInteger(amount) && amount >= 0 && amount !== amounts[name] ? [[name, amount] as const] : [];
  });
  const changedChoices = Object.entries(draft.choices).filter(([name, item]) => item !== choices[name]);
  if (changedAmounts.length + changedChoices.length === 0 && !draft.toCurrentTariff) return null;
  return {
    id,
    amounts: Object.fromEntries(changedAmounts),
    choices: Object.fromEntries(changedChoices),
    toCurrentTariff: draft.toCurrentTariff,
  };
}
