import { useState } from "react";
import type { Fault } from "../../../main/contract/faults";
import type { Template } from "../../../main/contract/shapes/label";
import { useTranslation } from "react-i18next";
import { call } from "../../api";
import { useCommand } from "../../hooks/use-command";
import { offerFile } from "../../parts/offer-file";
import { useConsole } from "../../stores/console-store";

interface TemplateFiles {
  /** How many templates are the site's own and can be exported. */
  readonly own: number;
  readonly fault: Fault | null;
  readonly exportOwn: () => Promise<void>;
  readonly importFrom: (file: File | null) => Promise<void>;
}

const longestFile = 5_000_000;

/** Templates as a file, out of the window and in again. */
export function useTemplateFiles(templates: readonly Template[]): TemplateFiles {
  const { t } = useTranslation();
  const importing = useCommand("label-template.import");
  const [fault, setFault] = useState<Fault | null>(null);
  const ids = templates.filter(({ isBuiltIn }) => !isBuiltIn).map(({ id }) => id);
  const refuse = (message: string): void => {
    setFault({ kind: "invalid-input", message, issues: [] });
  };
  return {
    own: ids.length,
    fault: fault ?? importing.fault,
    exportOwn: async () => {
      const answer = await call("label-template.export", { ids });
      setFault(answer.ok ? null : answer.fault);
      if (answer.ok) offerFile("label-templates.json", "application/json", [JSON.stringify(answer.value, null, 2)]);
    },
    importFrom: async (file) => {
      if (file === null) return;
      setFault(null);
      if (file.size > longestFile) {
        refuse(t("labelTemplates.fileTooLarge"));
        return;
      }
      let document: unknown;
      try {
        document = JSON.parse(await file.text());
      } catch {
        refuse(t("labelTemplates.fileNotJson"));
        return;
      }
      const result = await importing.run({ document });
      const [first] = result.ok ? result.value : [];
      if (first) useConsole.getState().open("labelTemplates", first.id);
    },
  };
}
