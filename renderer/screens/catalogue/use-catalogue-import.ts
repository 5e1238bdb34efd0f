import { useState } from "react";
import type { CallOutput } from "../../../main/contract/calls";
import type { Fault } from "../../../main/contract/faults";
import { useCommand } from "../../hooks/use-command";
import { readCatalogueFile, type FileProblem, type TypedCatalogue } from "./catalogue-file";

/** Where the import of one file stands. */
type ImportState =
  | { readonly step: "none" }
  | { readonly step: "comparing"; readonly fileName: string }
  | { readonly step: "refused"; readonly fileName: string; readonly problem: FileProblem }
  | { readonly step: "not-compared"; readonly fileName: string; readonly fault: Fault }
  | {
      readonly step: "compared";
      readonly fileName: string;
      readonly catalogue: TypedCatalogue;
      readonly report: CallOutput<"catalogue.compare">;
    }
  | { readonly step: "imported"; readonly imported: CallOutput<"catalogue.import"> };

export interface CatalogueImporting {
  readonly state: ImportState;
  /** Reads and compares; changes nothing. */
  readonly choose: (file: File) => Promise<void>;
  readonly run: () => Promise<void>;
  readonly isRunning: boolean;
  readonly fault: Fault | null;
}

/** The way of a file into the profile: chosen, compared, imported. */
export function useCatalogueImport(): CatalogueImporting {
  const [state, setState] = useState<ImportState>({ step: "none" });
  const compare = useCommand("catalogue.compare");
  const take = useCommand("catalogue.import");
  return {
    state,
    choose: async (file) => {
      const fileName = file.name;
      take.clearFault();
      setState({ step: "comparing", fileName });
      const reading = await readCatalogueFile(file);
      if (!reading.ok) {
        setState({ step: "refused", fileName, problem: reading.problem });
        return;
      }
      const { catalogue } = reading;
      const result = await compare.run({ catalogue });
      setState(
        result.ok
          ? { step: "compared", fileName, catalogue, report: result.value }
          : { step: "not-compared", fileName, fault: result.fault },
      );
    },
    run: async () => {
      if (state.step !== "compared" || take.isRunning) return;
      const result = await take.run({ catalogue: state.catalogue });
      if (result.ok) setState({ step: "imported", imported: result.value });
    },
    isRunning: take.isRunning,
    fault: take.fault,
  };
}
