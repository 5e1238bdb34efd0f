import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnumerationItem } from "../../../main/contract/shapes/enumeration";
import { FormDialog } from "../../parts/form-dialog";
import { WarningLine } from "../../parts/warning-line";
import { newItems, readItemLines } from "./enumeration-draft";

interface AddManyItemsProps {
  readonly items: readonly EnumerationItem[];
  readonly onAdd: (added: readonly EnumerationItem[]) => void;
  readonly onClose: () => void;
}

/** A list from elsewhere, pasted or typed, an item a line. */
export function AddManyItems({ items, onAdd, onClose }: AddManyItemsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const lines = readItemLines(text);
  const added = newItems(items, lines);
  const known = lines.length - added.length;
  return (
    <FormDialog opened size="lg" onClose={onClose} title={t("enumerations.many.title")}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          rows={10}
          spellCheck={false}
          classNames={{ input: "mono" }}
          label={t("enumerations.many.label")}
          placeholder={t("enumerations.many.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        {known > 0 ? <WarningLine tone="neutral">{t("enumerations.many.known", { count: known })}</WarningLine> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("parts.cancel")}
          </Button>
          <Button
            disabled={added.length === 0}
            onClick={() => {
              onAdd(added);
            }}
          >
            {t("enumerations.many.add", { count: added.length })}
          </Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
