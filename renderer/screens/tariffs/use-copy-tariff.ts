import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { plainFormat } from "../../hooks/use-drafted-form";
import { useConsole } from "../../stores/console-store";
import { tariffDraftOf } from "./tariff-draft";
import { tariffForm } from "./tariff-form";

interface CopyTariff {
  /** Opens the copy, or asks first where an unfinished new tariff would be lost. */
  readonly start: () => Promise<void>;
  readonly isAsking: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Puts a copy of a tariff into the form for a new one; nothing is saved by it. */
export function useCopyTariff(tariff: Tariff): CopyTariff {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const copy = (): void => {
    const { typeForm, open } = useConsole.getState();
    const draft = { ...tariffDraftOf(tariff), name: t("tariffs.copyName", { name: tariff.name }) };
    const values = { revision: 0, draft };
    typeForm(tariffForm(null), values, plainFormat.write(values));
    setIsAsking(false);
    open("tariffs", "new");
  };
  return {
    start: async () => {
      // An unfinished one may stand in the profile only.
      await useConsole.getState().restoreForm(tariffForm(null), plainFormat.read);
      if (useConsole.getState().formDrafts[tariffForm(null)]) setIsAsking(true);
      else copy();
    },
    isAsking,
    confirm: copy,
    cancel: () => {
      setIsAsking(false);
    },
  };
}
