import { Button } from "@mantine/core";
import { IconClipboardList, IconPlus } from "@tabler/icons-react";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Allowed } from "../../parts/allowed";
import { PaneSection } from "../../parts/pane-section";
import { WarningLine } from "../../parts/warning-line";
import { moved } from "../tariffs/tariff-changes";
import { AddManyItems } from "./add-many-items";
import { readItemLines, withItems, type ItemDraft } from "./enumeration-draft";
import { ItemRow, type ItemRowEvents } from "./item-row";

interface EnumerationItemsProps {
  readonly items: readonly ItemDraft[];
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (items: readonly ItemDraft[]) => void;
}

const emptyItem = { internalName: "", name: "" };

/** The items as a sheet of two columns; made for the keyboard and for pasting. */
export function EnumerationItems({ items, errorAt, onChange }: EnumerationItemsProps) {
  const { t } = useTranslation();
  const [isAddingMany, setIsAddingMany] = useState(false);
  const sheet = useRef<HTMLOListElement>(null);
  const focusRow = useCallback((index: number): void => {
    requestAnimationFrame(() => {
      sheet.current?.children[index]?.querySelector("input")?.focus();
    });
  }, []);
  const addAt = (index: number): void => {
    onChange(withItems(items, [emptyItem], index));
    focusRow(index);
  };
  const events = useStableEvents({
    onType: (index, values) => {
      onChange(items.map((item, at) => (at === index ? { ...item, ...values } : item)));
    },
    onEnter: (index) => {
      if (index === items.length - 1) addAt(items.length);
      else focusRow(index + 1);
    },
    onPaste: (index, text) => {
      const [first, ...rest] = readItemLines(text);
      if (!first) return;
      const filled = items.map((item, at) => (at === index ? { ...item, ...first } : item));
      onChange(withItems(filled, rest, index + 1));
    },
    onMove: (index, by) => {
      onChange(moved(items, index, index + by));
      focusRow(Math.min(items.length - 1, Math.max(0, index + by)));
    },
    onRemove: (index) => {
      onChange(items.toSpliced(index, 1));
    },
  });
  const tooMany = errorAt("items");
  return (
    <PaneSection
      title={t("enumerations.section.items")}
      aside={<span className="quiet">{t("enumerations.items", { count: items.length })}</span>}
    >
      {items.length === 0 ? (
        <span className="quiet">{t("enumerations.item.none")}</span>
      ) : (
        <div className="item-sheet">
          <div className="item-row item-head" aria-hidden>
            <span />
            <span>{t("enumerations.item.internalName")}</span>
            <span>{t("enumerations.item.name")}</span>
          </div>
          <ol ref={sheet} className="item-list">
            {items.map((item, index) => (
              <ItemRow
                key={item.key}
                index={index}
                internalName={item.internalName}
                name={item.name}
                nameError={errorAt(`items.${String(index)}.internalName`)}
                titleError={errorAt(`items.${String(index)}.name`)}
                isLast={index === items.length - 1}
                events={events}
              />
            ))}
          </ol>
        </div>
      )}
      {tooMany === undefined ? null : <WarningLine tone="failed">{tooMany}</WarningLine>}
      <Allowed to="enumeration.save">
        <div className="item-buttons">
          <Button
            variant="subtle"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              addAt(items.length);
            }}
          >
            {t("enumerations.item.add")}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconClipboardList size="1.1em" aria-hidden />}
            onClick={() => {
              setIsAddingMany(true);
            }}
          >
            {t("enumerations.item.addMany")}
          </Button>
          {items.length > 0 ? <span className="item-hint quiet">{t("enumerations.item.hint")}</span> : null}
        </div>
      </Allowed>
      {isAddingMany ? (
        <AddManyItems
          items={items}
          onAdd={(added) => {
            onChange(withItems(items, added));
            setIsAddingMany(false);
          }}
          onClose={() => {
            setIsAddingMany(false);
          }}
        />
      ) : null}
    </PaneSection>
  );
}

/** The same functions for the life of the sheet, so that a keystroke draws one row anew and not five hundred. */
function useStableEvents(events: ItemRowEvents): ItemRowEvents {
  const latest = useRef(events);
  useLayoutEffect(() => {
    latest.current = events;
  });
  const [stable] = useState<ItemRowEvents>(() => ({
    onType: (...given) => {
      latest.current.onType(...given);
    },
    onEnter: (...given) => {
      latest.current.onEnter(...given);
    },
    onPaste: (...given) => {
      latest.current.onPaste(...given);
    },
    onMove: (...given) => {
      latest.current.onMove(...given);
    },
    onRemove: (...given) => {
      latest.current.onRemove(...given);
    },
  }));
  return stable;
}
