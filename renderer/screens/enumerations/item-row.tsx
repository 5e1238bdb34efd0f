import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { memo, type ClipboardEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { EnumerationItem } from "../../../main/contract/shapes/enumeration";
import { Allowed } from "../../parts/allowed";

export interface ItemRowEvents {
  readonly onType: (index: number, values: Partial<EnumerationItem>) => void;
  readonly onEnter: (index: number) => void;
  /** Several lines were pasted. */
  readonly onPaste: (index: number, text: string) => void;
  readonly onMove: (index: number, by: number) => void;
  readonly onRemove: (index: number) => void;
}

interface ItemRowProps extends EnumerationItem {
  readonly index: number;
  readonly nameError: string | undefined;
  readonly titleError: string | undefined;
  readonly isLast: boolean;
  /** The same object from one drawing to the next. */
  readonly events: ItemRowEvents;
}

const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** One item: two cells that look like a sheet's until they are typed into. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { t } = useTranslation();
  const { index, internalName, name, nameError, titleError, isLast, events } = props;
  const number = index + 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey ? moves[event.key] : undefined;
    if (by !== undefined) {
      event.preventDefault();
      events.onMove(index, by);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      events.onEnter(index);
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/u.test(text.trim())) return;
    event.preventDefault();
    events.onPaste(index, text);
  };
  const cell = (field: keyof EnumerationItem, value: string, error: string | undefined, placeholder: string) => (
    <input
      className={field === "internalName" ? "item-cell mono" : "item-cell"}
      aria-label={t("enumerations.item.cell", { column: t(`enumerations.item.${field}`), number })}
      aria-invalid={error !== undefined}
      spellCheck={false}
      maxLength={120}
      placeholder={placeholder}
      value={value}
      onChange={(event) => {
        events.onType(index, { [field]: event.currentTarget.value });
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
  const error = nameError ?? titleError;
  return (
    <li className="item-row">
      <span className="item-number quiet">{number}</span>
      {cell("internalName", internalName, nameError, "")}
      {cell("name", name, titleError, internalName)}
      <span className="item-actions">
        <Allowed to="enumeration.save">
          <ActionIcon
            aria-label={t("enumerations.item.moveUp", { number })}
            tabIndex={-1}
            disabled={index === 0}
            onClick={() => {
              events.onMove(index, -1);
            }}
          >
            <IconArrowUp size="1em" aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t("enumerations.item.moveDown", { number })}
            tabIndex={-1}
            disabled={isLast}
            onClick={() => {
              events.onMove(index, 1);
            }}
          >
            <IconArrowDown size="1em" aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t("enumerations.item.remove", { number })}
            onClick={() => {
              events.onRemove(index);
            }}
          >
            <IconX size="1em" aria-hidden />
          </ActionIcon>
        </Allowed>
      </span>
      {error === undefined ? null : (
        <span className="item-error" role="alert">
          {error}
        </span>
      )}
    </li>
  );
});
