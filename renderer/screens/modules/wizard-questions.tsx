import {
  IconBuildingWarehouse,
  IconClipboardList,
  IconServer2,
  IconServerBolt,
  IconServerCog,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleType } from "../../../main/contract/shapes/module";
import { OneProductNote } from "./one-product-note";
import { WizardChoice } from "./wizard-choice";
import { moduleTypesFor, type WizardDraft } from "./wizard-state";

interface WizardQuestionProps {
  readonly draft: WizardDraft;
  readonly onEnter: (values: Partial<WizardDraft>) => void;
}

const typeIcons = {
  "dcimanager6-colocation": IconServerCog,
  dsmanager: IconServerBolt,
  manual: IconClipboardList,
} as const satisfies Record<ModuleType, unknown>;

/** The first step: what is sold through the module. */
export function ProductQuestion({ draft, onEnter }: WizardQuestionProps) {
  const { t } = useTranslation();
  return (
    <WizardChoice
      question={t("modules.wizard.productQuestion")}
      choices={[
        {
          value: "colocation",
          icon: IconBuildingWarehouse,
          title: t("states.productType.colocation"),
          hint: t("modules.wizard.colocationHint"),
        },
        {
          value: "dedicated",
          icon: IconServer2,
          title: t("states.productType.dedicated"),
          hint: t("modules.wizard.dedicatedHint"),
        },
      ]}
      value={draft.productType}
      onChange={(productType) => {
        onEnter({ productType });
      }}
    />
  );
}

/** The second step: which panel carries it out, if any. */
export function TypeQuestion({ draft, onEnter }: WizardQuestionProps) {
  const { t } = useTranslation();
  return (
    <>
      <WizardChoice
        question={t("modules.wizard.typeQuestion")}
        choices={moduleTypesFor(draft.productType).map((type) => ({
          value: type,
          icon: typeIcons[type],
          title: t(`modules.type.${type}`),
          hint: t(`modules.wizard.typeHint.${draft.productType}.${type}`),
        }))}
        value={draft.type}
        onChange={(type) => {
          onEnter({ type });
        }}
      />
      {draft.type === "manual" ? <OneProductNote draft={draft} /> : null}
    </>
  );
}
