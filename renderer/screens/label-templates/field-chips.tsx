import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabelField } from "../../../main/contract/shapes/label";

const fields: readonly LabelField[] = [
  "name",
  "place",
  "site",
  "rack",
  "units",
  "id",
  "serial",
  "service",
  "customer",
  "contact",
  "device",
  "port",
  "near",
  "far",
  "line1",
  "line2",
  "line3",
  "line4",
  "date",
  "side",
];

/** What a label can tell, to be put behind the text. */
export function FieldChips({ onPick }: { readonly onPick: (field: LabelField) => void }) {
  const { t } = useTranslation();
  return (
    <div className="field-chips" role="group" aria-label={t("labelTemplates.fields")}>
      {fields.map((field) => (
        <Button
          key={field}
          size="compact-xs"
          variant="default"
          onClick={() => {
            onPick(field);
          }}
        >
          {t(`labelTemplates.field.${field}`)}
        </Button>
      ))}
    </div>
  );
}
